import { expect, test } from 'vitest'
import { isAppError } from '../lib/app-error.ts'
import { parseBridgeConfig } from './config.ts'

const SECRETS = ['new', 'old'].map((text) => `whsec_${btoa(text.repeat(10))}`)

const COMPLETE = {
  FRONTEND_URL: 'https://front.example',
  FRONTEND_ANON_KEY: 'anon',
  FRONTEND_SERVICE_KEY: 'service',
  BACKEND_URL: 'https://back.example',
  BACKEND_SERVICE_KEY: 'service',
  WEBHOOK_BASE: 'https://n8n.example/webhook/',
  WEBHOOK_SECRETS: SECRETS.join(', '),
  WEBHOOK_TOKEN_HEADER: 'X-Token: abc:def',
  WORKER_SECRET: 'sixteen-letters!',
}

test('a complete environment is read, lists split and the header taken apart at its first colon', () => {
  const config = parseBridgeConfig(COMPLETE)
  expect(config.webhook).toEqual({
    base: 'https://n8n.example/webhook',
    secrets: SECRETS,
    tokenHeader: { name: 'X-Token', value: 'abc:def' },
    hosts: [],
  })
  expect(config.localStack).toBe(false)
})

test('every missing variable is named at once, and no value is', () => {
  const wrong = { ...COMPLETE, WORKER_SECRET: 'short-secret', BACKEND_URL: undefined }
  try {
    parseBridgeConfig(wrong)
    expect.unreachable()
  } catch (error) {
    expect(isAppError(error, 'invalid')).toBe(true)
    expect(String(error)).toContain('WORKER_SECRET')
    expect(String(error)).toContain('BACKEND_URL: is missing')
    expect(String(error)).not.toContain('short-secret')
  }
})

test.each([
  ['WEBHOOK_SECRETS', 'whsec_too-short'],
  ['WEBHOOK_SECRETS', `${SECRETS[0]},plain-text-that-is-no-secret`],
  ['WEBHOOK_TOKEN_HEADER', 'only-the-value'],
  ['WEBHOOK_TOKEN_HEADER', 'X-Token:'],
  ['WEBHOOK_TOKEN_HEADER', 'two words: value'],
])('%s of the wrong form is refused at the start, not found out by a launch', (name, value) => {
  try {
    parseBridgeConfig({ ...COMPLETE, [name]: value })
    expect.unreachable()
  } catch (error) {
    expect(isAppError(error, 'invalid')).toBe(true)
    expect(String(error)).toContain(name)
    expect(String(error)).not.toContain(value)
  }
})

test('no header for the token is fine', () => {
  const config = parseBridgeConfig({ ...COMPLETE, WEBHOOK_TOKEN_HEADER: undefined })
  expect(config.webhook.tokenHeader).toBe(null)
})
