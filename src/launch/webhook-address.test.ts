import { expect, test } from 'vitest'
import {
  isPrivateAddress,
  parseWebhookBase,
  WEBHOOK_ADDRESS_MESSAGES,
  type WebhookAddressFault,
} from './webhook-address.ts'

const HOSTED = { hosts: [], allowLoopback: false }
const LOCAL = { hosts: [], allowLoopback: true }

test('a public https address is taken, without the slash at its end', () => {
  expect(parseWebhookBase('https://n8n.example/webhook/', HOSTED)).toEqual({
    ok: true,
    value: 'https://n8n.example/webhook',
  })
})

test.each<[string, WebhookAddressFault]>([
  ['n8n.example/webhook', 'not_a_url'],
  ['', 'not_a_url'],
  ['http://n8n.example/webhook', 'not_https'],
  ['ftp://n8n.example/webhook', 'not_https'],
  ['https://me:secret@n8n.example/webhook', 'has_credentials'],
  ['https://n8n.example/webhook?x=1', 'has_query'],
  ['https://n8n.example/webhook#x', 'has_query'],
  ['https://localhost/webhook', 'private_address'],
  ['https://127.0.0.1/webhook', 'private_address'],
  ['https://2130706433/webhook', 'private_address'],
  ['https://0x7f.1/webhook', 'private_address'],
  ['https://[::1]/webhook', 'private_address'],
  ['https://[::ffff:10.0.0.1]/webhook', 'private_address'],
  ['https://169.254.169.254/latest', 'private_address'],
  ['https://n8n.internal/webhook', 'private_address'],
  ['https://localhost./webhook', 'private_address'],
])('%s is refused', (text, fault) => {
  expect(parseWebhookBase(text, HOSTED)).toEqual({ ok: false, error: fault })
  expect(WEBHOOK_ADDRESS_MESSAGES[fault]).not.toBe('')
})

test('with a list of hosts only these are taken', () => {
  const rules = { hosts: ['n8n.example'], allowLoopback: false }
  expect(parseWebhookBase('https://n8n.example/webhook', rules).ok).toBe(true)
  expect(parseWebhookBase('https://n8n.example.evil.example/webhook', rules)).toEqual({
    ok: false,
    error: 'host_not_allowed',
  })
})

test('the loopback address is for the local stack, without encryption too', () => {
  expect(parseWebhookBase('http://127.0.0.1:5678/webhook', LOCAL).ok).toBe(true)
  expect(parseWebhookBase('http://localhost:5678/webhook', LOCAL).ok).toBe(true)
  expect(parseWebhookBase('http://192.168.0.4:5678/webhook', LOCAL)).toMatchObject({ ok: false })
  expect(parseWebhookBase('http://127.evil.example/webhook', LOCAL)).toMatchObject({ ok: false })
})

test.each([
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::',
  'fd00::1',
  'fe80::1',
  '::ffff:192.168.1.1',
  '::ffff:c0a8:101',
  '64:ff9b::a00:1',
])('%s leads into a private network', (address) => {
  expect(isPrivateAddress(address)).toBe(true)
})

test.each([
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2a00:1450:4009::1',
  '::ffff:8.8.8.8',
  'fda.example',
  'n8n.example',
])('%s does not', (address) => {
  expect(isPrivateAddress(address)).toBe(false)
})
