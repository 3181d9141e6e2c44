/** The workflow that checks signatures, in a real n8n. */
import { afterAll, expect, inject, test } from 'vitest'
import { classifyAnswer } from '../../src/launch/classify-answer.ts'
import { signatureHeaders } from '../../src/launch/sign-payload.ts'
import { launchBody, openBackend, storedOf, webhookAt } from './n8n-access.ts'

const { origin, access } = inject('n8n')
const backend = openBackend()
const MINUTE_MS = 60_000

afterAll(() => backend.dispose())

function secretOf(key: string): string {
  return `whsec_${Buffer.from(key).toString('base64')}`
}

const RIGHT = secretOf(access.signingKey)
const WRONG = secretOf('0'.repeat(64))

async function send(body: string, secrets: readonly string[], nowMs: () => number = Date.now) {
  const webhook = await webhookAt('/webhook/signed', { secrets, nowMs })
  return classifyAnswer(await webhook.post('session-created', { id: 'batch-1', body }), 3)
}

test.each([
  ['by the secret n8n holds', [RIGHT]],
  ['while the secret is being changed', [WRONG, RIGHT]],
])('signed %s, a launch is stored', async (_how, secrets) => {
  const body = launchBody(3)
  expect(await send(body, secrets)).toMatchObject({ kind: 'accepted' })
  expect(await storedOf(backend, body)).toMatchObject({ sessions: 3, numbers: 3 })
})

test.each([
  ['by another secret', [WRONG], 0],
  ['not at all', [], 0],
  ['six minutes ago', [RIGHT], -6],
  ['in six minutes', [RIGHT], 6],
])('signed %s, it is refused and nothing is stored', async (_how, secrets, minutes) => {
  const body = launchBody(3)
  const outcome = await send(body, secrets, () => Date.now() + minutes * MINUTE_MS)
  expect(outcome).toMatchObject({ kind: 'refused', code: 'wrong_signature', pausesFromAttempt: 1 })
  expect(await storedOf(backend, body)).toMatchObject({ sessions: 0 })
})

test('another body under the same signature is refused', async () => {
  const [signed, sent] = [launchBody(3), launchBody(3)]
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = await signatureHeaders({ id: 'batch-1', timestamp, body: signed }, [RIGHT])
  const response = await fetch(`${origin}/webhook/signed/session-created`, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      [access.token.name]: access.token.value,
    },
    body: sent,
  })
  expect([response.status, await response.text()]).toEqual([403, 'Signature is wrong!'])
  expect(await storedOf(backend, sent)).toMatchObject({ sessions: 0 })
})
