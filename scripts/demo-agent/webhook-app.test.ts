import { expect, test } from 'vitest'
import { Webhook } from 'standardwebhooks'
import type { LaunchBody } from './accept-tasks.ts'
import { createWebhookApp, type WebhookOptions } from './webhook-app.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr'

const LAUNCH = {
  campaign: 'plumber-london_abc123xyz',
  tasks: [{ session: 'plumberlondon_abc123xyz_447700900123', phone_number: '+447700900123' }],
  job_description: 'Job Title: Plumber\nCompany: Thames Fit-Out\nLocation: London',
  objectives: { interested: { type: 'boolean', description: 'Wants the job' } },
}

function createApp(options: Partial<WebhookOptions> = {}) {
  const taken: LaunchBody[] = []
  const app = createWebhookApp({
    secrets: [],
    token: null,
    report: () => {},
    accept: (body) => {
      taken.push(body)
      return Promise.resolve({ accepted: body.tasks.length, known: 0 })
    },
    ...options,
  })
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    app.request(`/webhook/${path}`, { method: 'POST', body, headers })
  return { post, taken }
}

function sign(body: string, secret = SECRET): Record<string, string> {
  const now = new Date()
  const id = 'msg_1'
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  }
}

test('a launch is answered with how many tasks were accepted and known', async () => {
  const { post, taken } = createApp()
  const answer = await post('session-created', JSON.stringify(LAUNCH))
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ accepted: 1, known: 0 })
  expect(taken).toEqual([LAUNCH])
})

test('a signed launch is taken, by any of the secrets while they rotate', async () => {
  const { post } = createApp({ secrets: ['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', SECRET] })
  const body = JSON.stringify(LAUNCH)
  expect((await post('session-created', body, sign(body))).status).toBe(200)
})

test('without a signature, with another’s, or for another body, nothing is taken', async () => {
  const { post, taken } = createApp({ secrets: [SECRET] })
  const body = JSON.stringify(LAUNCH)
  const others = sign(body, 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
  for (const headers of [{}, others, sign(`${body} `)]) {
    const answer = await post('session-created', body, headers)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toBe('Authorization data is wrong!')
  }
  expect(taken).toEqual([])
})

test('where a token is asked for, only who has it is answered', async () => {
  const { post } = createApp({ token: { name: 'X-Token', value: 'right' } })
  const body = JSON.stringify({ ...LAUNCH, tasks: [] })
  expect((await post('get-prompt-for-agent', body, { 'x-token': 'wrong' })).status).toBe(403)
  expect((await post('get-prompt-for-agent', body, { 'x-token': 'right' })).status).toBe(200)
})

test('broken JSON is told before the missing token', async () => {
  const { post } = createApp({ secrets: [SECRET] })
  const answer = await post('session-created', '{"campaign":')
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ message: 'Failed to parse request body' })
})

test.each([
  ['no campaign', { ...LAUNCH, campaign: '' }],
  ['no tasks', { ...LAUNCH, tasks: undefined }],
  ['a task without a phone', { ...LAUNCH, tasks: [{ session: 'a_447700900123' }] }],
  [
    'a session longer than the backend holds',
    { ...LAUNCH, tasks: [{ session: 'a'.repeat(256), phone_number: '+1' }] },
  ],
  ['no object', []],
])('a body with %s is refused whole', async (_what, body) => {
  const { post, taken } = createApp()
  expect((await post('session-created', JSON.stringify(body))).status).toBe(422)
  expect(taken).toEqual([])
})

test('a path that no workflow has answers 404 with a hint', async () => {
  const { post } = createApp()
  const answer = await post('sessions', JSON.stringify(LAUNCH))
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({
    code: 404,
    hint: expect.stringContaining('The workflow must be active for a production URL') as unknown,
  })
})

test('a body above 16 MiB answers 500, as n8n does', async () => {
  const { post, taken } = createApp()
  const answer = await post(
    'session-created',
    ' '.repeat(16 * 1024 * 1024) + JSON.stringify(LAUNCH),
  )
  expect(answer.status).toBe(500)
  expect(await answer.json()).toMatchObject({
    message: 'There was a problem executing the workflow',
  })
  expect(taken).toEqual([])
})

test('a store that fails answers 500, and the report names no session', async () => {
  const said: string[] = []
  const { post } = createApp({
    report: (line) => said.push(line),
    accept: () => Promise.reject(Object.assign(new Error('at 447700900123'), { code: '57P01' })),
  })
  const answer = await post('session-created', JSON.stringify(LAUNCH))
  expect(answer.status).toBe(500)
  expect(await answer.json()).toEqual({ message: 'Error in workflow' })
  expect(said).toEqual(['The demo agent could not store a launch (57P01).'])
})

test('prompts are made of the campaign’s own job and objectives, and say that an AI writes', async () => {
  const { post, taken } = createApp()
  const answer = await post('get-prompt-for-agent', JSON.stringify({ ...LAUNCH, tasks: [] }))
  const prompts = (await answer.json()) as Record<string, string>
  expect(Object.keys(prompts).sort()).toEqual([
    'first_message_call',
    'first_message_chat',
    'prompt_call',
    'prompt_chat',
  ])
  expect(prompts['prompt_chat']).toContain('- interested (boolean): Wants the job')
  expect(prompts['first_message_chat']).toContain('a Plumber job in London with Thames Fit-Out')
  expect(prompts['first_message_chat']).toContain('I am an AI assistant')
  expect(prompts['first_message_call']).toContain('I am an AI assistant')
  expect(taken).toEqual([])
})
