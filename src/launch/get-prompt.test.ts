import { expect, test } from 'vitest'
import type { PayloadSource } from './build-payload.ts'
import type { WebhookAnswer } from './classify-answer.ts'
import { getPrompts } from './get-prompt.ts'
import type { Webhook } from './ports.ts'

const SOURCE: PayloadSource = {
  slug: 'plumber-london',
  uid: 'abc123xyz',
  channels: ['whatsapp'],
  job: { title: 'Plumber', company: '', location: '' },
  targets: [],
  matrices: [],
}

function webhookThatSays(answer: WebhookAnswer) {
  const posted: { path: string; body: string }[] = []
  const webhook: Webhook = {
    receiver: 'test',
    post: (path, { body }) => {
      posted.push({ path, body })
      return Promise.resolve(answer)
    },
  }
  return { webhook, posted }
}

function answered(status: number, body: string): WebhookAnswer {
  return { kind: 'answer', status, body, retryAfterSeconds: null }
}

test('the prompt webhook is asked with the launch’s body without tasks', async () => {
  const { webhook, posted } = webhookThatSays(
    answered(200, '{"prompt_chat":"Be kind.","first_message_chat":"Hi!\\u0000"}'),
  )
  expect(await getPrompts(webhook, SOURCE, 'id')).toEqual({
    promptChat: 'Be kind.',
    promptCall: '',
    firstMessageChat: 'Hi!',
    firstMessageCall: '',
  })
  expect(posted[0]?.path).toBe('get-prompt-for-agent')
  expect(JSON.parse(posted[0]?.body ?? '')).toMatchObject({
    campaign: 'plumber-london_abc123xyz',
    tasks: [],
  })
})

test.each([
  ['HTML', answered(200, '<html>'), 'unavailable', 'answer_web_page'],
  ['an empty body', answered(200, ''), 'unavailable', 'answer_empty'],
  ['no prompt at all', answered(200, '{}'), 'contract', 'prompts_unreadable'],
  ['an acknowledgement', answered(200, '{"accepted":0}'), 'contract', 'prompts_unreadable'],
  ['a wrong token', answered(403, 'Authorization data is wrong!'), 'contract', 'wrong_token'],
  ['an inactive workflow', answered(404, '{}'), 'unavailable', 'webhook_not_found'],
  ['no answer', { kind: 'lost', code: 'timeout' }, 'timeout', 'timeout'],
  [
    'nothing there',
    { kind: 'not-sent', code: 'connection_refused' },
    'unavailable',
    'connection_refused',
  ],
] as const)('%s is an error that says what to do', async (_case, answer, kind, code) => {
  const { webhook } = webhookThatSays(answer)
  const fault: unknown = await getPrompts(webhook, SOURCE, 'id').catch((error: unknown) => error)
  expect(fault).toMatchObject({ kind, code, hint: expect.stringMatching(/\w/) as string })
})
