/** What a real n8n answers where something is wrong, and what Rollcall makes of it. */
import { afterAll, expect, inject, test } from 'vitest'
import { classifyAnswer, type WebhookAnswer } from '../../src/launch/classify-answer.ts'
import { launchBody, openBackend, storedOf, webhookAt } from './n8n-access.ts'

const backend = openBackend()

afterAll(() => backend.dispose())

type Case = {
  readonly to: string
  readonly kind: 'refused' | 'unconfirmed'
  readonly code: string
  readonly says: readonly [status: number, words: RegExp]
}

const REFUSED: readonly (readonly [string, Case])[] = [
  [
    'an unknown address',
    {
      to: '/webhook/nowhere',
      kind: 'refused',
      code: 'webhook_inactive',
      says: [404, /must be active/],
    },
  ],
  [
    'a workflow that nobody activated',
    {
      to: '/webhook/unpublished',
      kind: 'refused',
      code: 'webhook_inactive',
      says: [404, /must be active/],
    },
  ],
  [
    'n8n’s address for tests',
    {
      to: '/webhook-test',
      kind: 'refused',
      code: 'webhook_test_url',
      says: [404, /Execute workflow/i],
    },
  ],
  [
    'an address that is not n8n’s for webhooks',
    { to: '/somewhere', kind: 'refused', code: 'webhook_not_found', says: [404, /Cannot POST/] },
  ],
  [
    'a webhook without a credential',
    {
      to: '/webhook/tokenless',
      kind: 'unconfirmed',
      code: 'credential_missing',
      says: [500, /No authentication data/],
    },
  ],
  [
    'a workflow that can’t reach its database',
    {
      to: '/webhook/storeless',
      kind: 'unconfirmed',
      code: 'workflow_failed',
      says: [500, /Error in workflow/],
    },
  ],
  [
    'a workflow that goes past its respond node',
    { to: '/webhook/silent', kind: 'unconfirmed', code: 'answer_empty', says: [200, /^$/] },
  ],
  [
    'a workflow above its time limit',
    {
      to: '/webhook/slow',
      kind: 'unconfirmed',
      code: 'workflow_timed_out',
      says: [500, /timed out/],
    },
  ],
]

async function send(to: string, body: string, token?: string): Promise<WebhookAnswer> {
  const { access } = inject('n8n')
  const tokenHeader = token === undefined ? access.token : { ...access.token, value: token }
  const webhook = await webhookAt(to, { tokenHeader })
  return webhook.post('session-created', { id: crypto.randomUUID(), body })
}

test.each(REFUSED)(
  '%s is told apart, and nothing is stored',
  async (_what, { to, kind, code, says }) => {
    const body = launchBody(3)
    const answer = await send(to, body)
    expect(answer).toMatchObject({
      kind: 'answer',
      status: says[0],
      body: expect.stringMatching(says[1]) as unknown,
    })
    expect(classifyAnswer(answer, 3)).toMatchObject({ kind, code })
    expect(await storedOf(backend, body)).toMatchObject({ sessions: 0 })
  },
)

test('a wrong token is refused for a person to mend', async () => {
  const outcome = classifyAnswer(await send('/webhook', launchBody(3), 'wrong'), 3)
  expect(outcome).toMatchObject({ kind: 'refused', code: 'wrong_token', pausesFromAttempt: 1 })
})

test('what is not JSON is refused', async () => {
  const answer = await send('/webhook', '{"campaign": ')
  expect(answer).toMatchObject({ status: 422 })
  expect(classifyAnswer(answer, 3)).toMatchObject({ kind: 'refused', code: 'body_refused' })
})

test('a body above n8n’s limit of 16 MiB is no refusal in its words', async () => {
  const answer = await send('/webhook', JSON.stringify({ campaign: 'x'.repeat(17 * 1024 * 1024) }))
  expect(classifyAnswer(answer, 3)).toMatchObject({ kind: 'unconfirmed', code: 'workflow_problem' })
})

test('an answer before the work is no proof, even where the sessions come', async () => {
  const body = launchBody(3)
  const answer = await send('/webhook/immediate', body)
  expect(answer).toMatchObject({ kind: 'answer', status: 200 })
  expect(classifyAnswer(answer, 3)).toMatchObject({ kind: 'unconfirmed', code: 'workflow_started' })
  const later = { timeout: 60_000, interval: 100 }
  await expect.poll(() => storedOf(backend, body), later).toMatchObject({ sessions: 3 })
})

test('while n8n starts, everything it answers is a refusal that goes again', () => {
  const { whileStarting } = inject('n8n')
  expect(whileStarting).not.toEqual([])
  for (const answer of whileStarting) {
    expect([answer, classifyAnswer(answer, 3)]).toMatchObject([
      answer,
      { kind: 'refused', retryable: true },
    ])
  }
})
