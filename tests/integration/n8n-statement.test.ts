/** The statement inside the n8n workflow that Rollcall ships, run as n8n's Postgres node runs it. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'

const workflow = z
  .object({
    nodes: z.array(
      z.object({ name: z.string(), parameters: z.looseObject({ query: z.string().optional() }) }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(
        new URL('../../supabase/backend/n8n/rollcall-webhooks.json', import.meta.url),
        'utf8',
      ),
    ),
  )
const QUERY = workflow.nodes.find((node) => node.name === 'Save sessions')?.parameters.query ?? ''

let backend: FreshDatabase

beforeAll(async () => {
  backend = await freshBackend({ installed: false })
})
afterAll(() => backend.dispose())
beforeEach(async () => {
  await backend.sql`truncate campaign_info, session_info, campaigns, numbers`
})

const TASK = { session: 'plumberlondon_abc123xyz_447700900123', phone_number: '+447700900123' }
const BODY = {
  campaign: 'plumber-london_abc123xyz',
  tasks: [TASK],
  job_description: 'Job Title: Plumber, with a comma; and a semicolon',
  objectives: { interested: { type: 'boolean', description: "Says 'yes'" } },
}

async function save(body: unknown): Promise<unknown> {
  const [answer] = await backend.sql.unsafe(QUERY, [JSON.stringify(body)])
  return { ...answer }
}

async function rows(): Promise<unknown> {
  const [row] = await backend.sql`
    select (select count(*)::int from session_info) as sessions, (select count(*)::int from numbers) as numbers,
      (select count(*)::int from campaigns) as memberships, (select count(*)::int from campaign_info) as campaigns`
  return { ...row }
}

test('a launch is stored in all four tables', async () => {
  expect(await save(BODY)).toEqual({ accepted: 1, known: 0 })
  expect(await rows()).toEqual({ sessions: 1, numbers: 1, memberships: 1, campaigns: 1 })
  const [session] = await backend.sql`
    select campaign, session_status, objectives, phone_number from session_info join numbers using (session_id)`
  expect(session).toEqual({
    campaign: BODY.campaign,
    session_status: 'active',
    objectives: BODY.objectives,
    phone_number: TASK.phone_number,
  })
})

test('sent again it is accepted as known and changes nothing', async () => {
  await save(BODY)
  await backend.sql`update session_info set session_status = 'completed', objectives = '{"interested": true}'`
  expect(await save(BODY)).toEqual({ accepted: 1, known: 1 })
  expect(await rows()).toEqual({ sessions: 1, numbers: 1, memberships: 1, campaigns: 1 })
  const [session] = await backend.sql`select session_status, objectives from session_info`
  expect(session).toEqual({ session_status: 'completed', objectives: { interested: true } })
})

test('a task that stands twice in one batch makes one session', async () => {
  expect(await save({ ...BODY, tasks: [TASK, TASK] })).toEqual({ accepted: 2, known: 0 })
  expect(await rows()).toMatchObject({ sessions: 1, numbers: 1, memberships: 1 })
})

test('two senders at once make each session once', async () => {
  const tasks = Array.from({ length: 100 }, (_, index) => ({
    session: `plumberlondon_abc123xyz_4477009001${String(index).padStart(2, '0')}`,
    phone_number: `+4477009001${String(index).padStart(2, '0')}`,
  }))
  const body = JSON.stringify({ ...BODY, tasks })
  const clients = [backend.connect(), backend.connect(), backend.connect()]
  await Promise.all(clients.map((client) => client.unsafe(QUERY, [body])))
  expect(await rows()).toEqual({ sessions: 100, numbers: 100, memberships: 100, campaigns: 1 })
})

test('tasks without a session, or a launch without a campaign, are not accepted', async () => {
  expect(await save({ ...BODY, tasks: [{ phone_number: '+447700900123' }, TASK] })).toEqual({
    accepted: 1,
    known: 0,
  })
  expect(await save({ ...BODY, campaign: '' })).toEqual({ accepted: 0, known: 0 })
  expect(await rows()).toMatchObject({ sessions: 1, campaigns: 1 })
})
