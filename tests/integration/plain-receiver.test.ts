/** The receiver that acceptance runs against besides the demo agent does what tests rely on. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'
import { type Answer, type PlainReceiver, startPlainReceiver } from '../support/plain-receiver.ts'

let backend: FreshDatabase
let receiver: PlainReceiver

beforeAll(async () => {
  backend = await freshBackend()
  receiver = await startPlainReceiver({ backend: backend.sql })
})
afterAll(async () => {
  await receiver.stop()
  await backend.dispose()
})
beforeEach(async () => {
  await backend.sql`truncate campaign_info, session_info, campaigns, numbers`
})

const LAUNCH = {
  campaign: 'plumber-london_abc123xyz',
  tasks: [{ session: 'plumberlondon_abc123xyz_447700900123', phone_number: '+447700900123' }],
  job_description: 'Job Title: Plumber',
  objectives: { interested: { type: 'boolean', description: '' } },
}

function post(path = 'session-created', signal?: AbortSignal): Promise<Response> {
  const body = JSON.stringify(LAUNCH)
  const headers = { 'webhook-id': 'batch-1' }
  return fetch(`${receiver.url}/${path}`, {
    method: 'POST',
    body,
    headers,
    ...(signal ? { signal } : {}),
  })
}

async function stored(): Promise<unknown> {
  const [row] = await backend.sql`
    select (select count(*)::int from session_info) as sessions, (select count(*)::int from numbers) as numbers`
  return { ...row }
}

test('a launch is recorded, stored and accepted; again, it is known', async () => {
  receiver.answerWith('ok')
  const answers = [await (await post()).json(), await (await post()).json()] as unknown[]
  expect(answers).toEqual([
    { accepted: 1, known: 0 },
    { accepted: 1, known: 1 },
  ])
  expect(await stored()).toEqual({ sessions: 1, numbers: 1 })
  const request = receiver.requests.at(-1)
  expect(request?.body).toEqual(LAUNCH)
  expect(request?.rawBody).toBe(JSON.stringify(LAUNCH))
  expect(request?.headers.get('webhook-id')).toBe('batch-1')
})

test('work done twice leaves its rows twice and answers once', async () => {
  receiver.answerWith('twice')
  expect(await (await post()).json()).toEqual({ accepted: 1, known: 0 })
  expect(await stored()).toEqual({ sessions: 1, numbers: 2 })
})

test('a late answer waits for the test, with its sessions stored before', async () => {
  receiver.answerWith('late')
  const answering = post()
  await expect.poll(stored).toEqual({ sessions: 1, numbers: 1 })
  await expect.poll(() => receiver.release()).toBe(1)
  expect((await answering).status).toBe(200)
})

test.each<[Answer, number, string]>([
  ['html', 200, '<!doctype html><title>Welcome</title>'],
  ['empty', 200, ''],
  ['error', 500, 'Error in workflow'],
])('the answer %s stores nothing unless told to', async (answer, status, text) => {
  receiver.answerWith(answer)
  const first = await post()
  expect([first.status, await first.text()]).toEqual([status, text])
  expect(await stored()).toEqual({ sessions: 0, numbers: 0 })
  receiver.answerWith(answer, { stores: true })
  await post()
  expect(await stored()).toEqual({ sessions: 1, numbers: 1 })
})

test('where no answer ever comes, only the sender can end the waiting', async () => {
  receiver.answerWith('never')
  const before = receiver.requests.length
  const leaving = new AbortController()
  const answering = post('session-created', leaving.signal).catch(() => 'left')
  await expect.poll(() => receiver.requests.length).toBe(before + 1)
  leaving.abort()
  expect(await answering).toBe('left')
})

test('prompts are answered whatever launches get, with the disclosure in both first messages', async () => {
  receiver.answerWith('error')
  const prompts = (await (await post('get-prompt-for-agent')).json()) as Record<string, string>
  expect(prompts['first_message_chat']).toContain('This is an automated message from an AI.')
  expect(prompts['first_message_call']).toContain('This is an automated message from an AI.')
})
