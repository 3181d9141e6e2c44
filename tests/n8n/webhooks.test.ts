/** The workflow that Rollcall ships, in a real n8n, asked over HTTP as anybody could. */
import { afterAll, expect, inject, test } from 'vitest'
import { composePrompts } from '../../scripts/demo-agent/compose-prompts.ts'
import { launchBody, openBackend, storedOf } from './n8n-access.ts'

const { origin, access } = inject('n8n')
const { name, value } = access.token
const backend = openBackend()

afterAll(() => backend.dispose())

function post(path: string, body: string, token = value): Promise<Response> {
  return fetch(`${origin}/webhook/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [name]: token },
    body,
  })
}

test.each([1, 500])(
  'a launch of %i tasks is stored once, however often it comes',
  async (count) => {
    const body = launchBody(count)
    const answers = []
    for (let round = 0; round < 2; round += 1) {
      const response = await post('session-created', body)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain('application/json')
      answers.push(await response.json())
    }
    expect(answers).toEqual([
      { accepted: count, known: 0 },
      { accepted: count, known: count },
    ])
    expect(await storedOf(backend, body)).toEqual({
      sessions: count,
      numbers: count,
      memberships: count,
    })
  },
)

test('texts arrive as they were sent, but for what PostgreSQL can’t hold', async () => {
  const launch = JSON.parse(launchBody(1)) as Record<string, unknown>
  const body = JSON.stringify({
    ...launch,
    job_description: 'A, b; $1 {{ 1 + 1 }} \u0000 “é” 🙂\n',
  })
  expect((await post('session-created', body)).status).toBe(200)
  const [row] = await backend.sql`
    select job_info, objectives_template from campaign_info where campaign = ${String(launch['campaign'])}`
  expect({ ...row }).toEqual({
    job_info: 'A, b; $1 {{ 1 + 1 }}  “é” 🙂\n',
    objectives_template: launch['objectives'],
  })
})

test('senders at once make each session once', async () => {
  const body = launchBody(100)
  const answers = await Promise.all([1, 2, 3].map(() => post('session-created', body)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await storedOf(backend, body)).toMatchObject({ sessions: 100, numbers: 100 })
})

test('who does not hold the token stores nothing', async () => {
  const body = launchBody(1)
  const response = await post('session-created', body, 'wrong')
  expect([response.status, await response.text()]).toEqual([403, 'Authorization data is wrong!'])
  expect(await storedOf(backend, body)).toMatchObject({ sessions: 0 })
})

test('the prompts are the ones that the demo agent composes', async () => {
  const body = launchBody(0)
  const response = await post('get-prompt-for-agent', body)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual(
    composePrompts(JSON.parse(body) as Parameters<typeof composePrompts>[0]),
  )
})
