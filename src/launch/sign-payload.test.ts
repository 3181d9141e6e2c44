import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { isWebhookSecret, signatureHeaders, verifySignature } from './sign-payload.ts'

const SECRET = `whsec_${btoa('a'.repeat(32))}`
const NEXT_SECRET = `whsec_${btoa('b'.repeat(32))}`
const NOW = 1_800_000_000

async function received(secrets: readonly string[], timestamp = NOW, body = '{"a":1}') {
  return new Headers(await signatureHeaders({ id: 'msg_1', timestamp, body }, secrets))
}

test('the reference implementation accepts our signatures, and we accept its', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.uuid(), async (body, id) => {
      const reference = new Webhook(SECRET)
      const timestamp = Math.floor(Date.now() / 1000)
      const headers = await signatureHeaders({ id, timestamp, body }, [SECRET])
      expect(reference.verify(body, headers)).toEqual(JSON.parse(body))
      const theirs = new Headers({
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': reference.sign(id, new Date(timestamp * 1000), body),
      })
      expect(await verifySignature(theirs, body, [SECRET], timestamp)).toEqual({
        ok: true,
        value: { id },
      })
    }),
    { numRuns: 50 },
  )
})

test('while a secret is changed, either of the two is enough', async () => {
  const headers = await received([NEXT_SECRET, SECRET])
  for (const known of [[SECRET], [NEXT_SECRET], [SECRET, NEXT_SECRET]]) {
    expect(await verifySignature(headers, '{"a":1}', known, NOW)).toMatchObject({ ok: true })
  }
})

test.each([
  ['another body', '{"a":2}', [SECRET], NOW, 'wrong'],
  ['another secret', '{"a":1}', [NEXT_SECRET], NOW, 'wrong'],
  ['no secret at all', '{"a":1}', [], NOW, 'wrong'],
  ['a message older than five minutes', '{"a":1}', [SECRET], NOW + 301, 'too_old'],
  ['a message from the future', '{"a":1}', [SECRET], NOW - 301, 'too_new'],
])('%s is refused', async (_case, body, secrets, now, error) => {
  expect(await verifySignature(await received([SECRET]), body, secrets, now)).toEqual({
    ok: false,
    error,
  })
})

test('messages up to five minutes apart are taken', async () => {
  const headers = await received([SECRET])
  for (const now of [NOW - 300, NOW + 300]) {
    expect(await verifySignature(headers, '{"a":1}', [SECRET], now)).toMatchObject({ ok: true })
  }
})

test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
  'a message without %s is refused',
  async (name) => {
    const headers = await received([SECRET])
    headers.delete(name)
    expect(await verifySignature(headers, '{"a":1}', [SECRET], NOW)).toMatchObject({ ok: false })
  },
)

test('a signature that is no base64, or of another version, is passed over', async () => {
  const headers = await received([SECRET])
  const good = headers.get('webhook-signature') ?? ''
  headers.set('webhook-signature', `v1,*** v1a,${good.slice(3)} ${good}`)
  expect(await verifySignature(headers, '{"a":1}', [SECRET], NOW)).toMatchObject({ ok: true })
  headers.set('webhook-signature', `v1,*** v1a,${good.slice(3)}`)
  expect(await verifySignature(headers, '{"a":1}', [SECRET], NOW)).toMatchObject({ ok: false })
})

test('a secret has the prefix and 24 to 64 bytes', () => {
  const ofLength = (bytes: number) => `whsec_${btoa('x'.repeat(bytes))}`
  expect([23, 24, 64, 65].map((bytes) => isWebhookSecret(ofLength(bytes)))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isWebhookSecret(btoa('x'.repeat(32)))).toBe(false)
  expect(isWebhookSecret('whsec_not base64!')).toBe(false)
})
