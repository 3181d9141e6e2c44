/** The demo agent on a real backend: launches taken once, conversations that unfold and can be ended. */
import type postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { acceptTasks, type LaunchBody } from '../../scripts/demo-agent/accept-tasks.ts'
import { createDemoAgent } from '../../scripts/demo-agent/create-demo-agent.ts'
import { runRound } from '../../scripts/demo-agent/runner.ts'
import { SCENARIOS } from '../../scripts/demo-agent/scenario.ts'
import { prepareStore } from '../../scripts/demo-agent/store.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'

/** So fast that whatever is planned is due at once. */
const RECORDINGS = 'https://recordings.example'
const SPEED = 1e12

let backend: FreshDatabase
let sql: postgres.Sql

beforeAll(async () => {
  backend = await freshBackend()
  sql = backend.sql
  await prepareStore(sql)
})
afterAll(() => backend.dispose())
beforeEach(async () => {
  await sql`truncate campaign_info, session_info, chat_history, call_info, campaigns, numbers,
    session_objective_events, demo_agent.conversations`
})

function launch(count: number, campaign = 'plumber-london_abc123xyz'): LaunchBody {
  const tasks = Array.from({ length: count }, (_, index) => {
    const digits = `447700900${String(index).padStart(3, '0')}`
    return { session: `plumberlondon_abc123xyz_${digits}`, phone_number: `+${digits}` }
  })
  return {
    campaign,
    tasks,
    job_description: 'Job Title: Plumber\nLocation: London\nSalary: £200 a day',
    objectives: {
      interested: { type: 'boolean', description: 'Wants the job' },
      interview_scheduled: { type: 'boolean', description: '' },
      rejected: { type: 'boolean', description: '' },
      matrix_card: {
        type: 'string',
        description: 'WhatsApp: Which card?\nCall: Ask for the card.',
      },
    },
  }
}

/** Takes every step there is. */
async function runToTheEnd(): Promise<void> {
  while ((await runRound(sql, SPEED, RECORDINGS)) > 0);
}

async function counts(): Promise<Record<string, number>> {
  const [row] = await sql<Record<string, number>[]>`
    select (select count(*) from session_info)::int as sessions, (select count(*) from numbers)::int as numbers,
      (select count(*) from campaigns)::int as memberships, (select count(*) from campaign_info)::int as campaigns,
      (select count(*) from demo_agent.conversations)::int as conversations`
  return { ...row }
}

test('a launch makes sessions, numbers and memberships, each once', async () => {
  expect(await acceptTasks(sql, launch(3))).toEqual({ accepted: 3, known: 0 })
  const made = { sessions: 3, numbers: 3, memberships: 3, campaigns: 1, conversations: 3 }
  expect(await counts()).toEqual(made)
  expect(await acceptTasks(sql, launch(4))).toEqual({ accepted: 4, known: 3 })
  expect(await counts()).toEqual({
    ...made,
    sessions: 4,
    numbers: 4,
    memberships: 4,
    conversations: 4,
  })
})

test('the same launch at the same time from two senders is taken once', async () => {
  const other = backend.connect()
  const answers = await Promise.all([acceptTasks(sql, launch(50)), acceptTasks(other, launch(50))])
  expect(answers.map((answer) => answer.accepted)).toEqual([50, 50])
  expect(answers.reduce((sum, answer) => sum + answer.known, 0)).toBe(50)
  expect(await counts()).toMatchObject({ sessions: 50, numbers: 50, memberships: 50 })
})

test('a session starts with the objectives as a template, and no value', async () => {
  const body = launch(1)
  await acceptTasks(sql, body)
  const [session] = await sql`select session_status, objectives, campaign from session_info`
  expect(session).toEqual({
    session_status: 'active',
    objectives: body.objectives,
    campaign: body.campaign,
  })
  const [campaign] = await sql`select job_info, first_message_chat from campaign_info`
  expect(campaign).toMatchObject({
    job_info: body.job_description,
    first_message_chat: expect.stringContaining('AI assistant') as unknown,
  })
})

test('what PostgreSQL can’t store is taken out, and the rest kept', async () => {
  const body = { ...launch(1), job_description: 'Job Title: Plum\u0000ber' }
  expect(await acceptTasks(sql, body)).toEqual({ accepted: 1, known: 0 })
  const [row] = await sql`select job_info from campaign_info`
  expect(row?.['job_info']).toBe('Job Title: Plumber')
})

test('every scenario leaves its marks', async () => {
  await acceptTasks(sql, launch(SCENARIOS.length))
  await runToTheEnd()
  const objectives = async (scenario: (typeof SCENARIOS)[number]) => {
    const [row] = await sql<{ values: Record<string, unknown>; status: string }[]>`
      select session_status as status,
        (select coalesce(jsonb_object_agg(objective, new_value order by e.id), '{}')
         from session_objective_events e where e.session_id = s.session_id) as values
      from session_info s where session_id like ${`%00${SCENARIOS.indexOf(scenario)}`}`
    return row
  }
  expect(await objectives('interested')).toMatchObject({
    status: 'active',
    values: { interested: true },
  })
  expect(await objectives('interview')).toMatchObject({ values: { interview_scheduled: true } })
  expect(await objectives('rejects')).toEqual({
    status: 'completed',
    values: { interested: false, rejected: true },
  })
  expect(await objectives('stop')).toEqual({ status: 'active', values: {} })
  expect(await objectives('no-answer')).toEqual({ status: 'active', values: {} })

  const calls =
    await sql`select distinct analysis ->> 'disconnection_reason' as reason from call_info order by 1`
  expect(calls.map((call) => String(call['reason']))).toEqual([
    'agent_hangup',
    'dial_no_answer',
    'user_hangup',
    'voicemail_reached',
  ])
  const [silence] = await sql`select reminder_count from session_info where session_id like '%004'`
  expect(silence).toEqual({ reminder_count: 2 })
})

test('an objective that changes tells what it was, and the session holds what it is', async () => {
  await acceptTasks(sql, launch(7))
  await runToTheEnd()
  const events = await sql`
    select old_value, new_value from session_objective_events
    where session_id like '%006' and objective = 'interested' order by id`
  expect([...events]).toEqual([
    { old_value: null, new_value: true },
    { old_value: true, new_value: false },
  ])
  const [row] = await sql`
    select coalesce(objectives #> '{interested,value}', objectives -> 'interested') as value
    from session_info where session_id like '%006'`
  expect(row).toEqual({ value: false })
})

test('messages stand in the order in which they were said', async () => {
  await acceptTasks(sql, launch(1))
  await runToTheEnd()
  const rows = await sql<{ session_id: string; message: object }[]>`
    select session_id, message from chat_history order by id`
  const texts = rows.map((row) => JSON.stringify(row.message))
  expect(texts[0]).toContain('I am an AI assistant')
  expect(texts.at(-1)).toContain('A recruiter will be in touch')
})

test('a session that is completed by anybody hears nothing more', async () => {
  await acceptTasks(sql, launch(10))
  await runRound(sql, SPEED, RECORDINGS)
  await runRound(sql, SPEED, RECORDINGS)
  const said = async () =>
    (await sql`select count(*)::int as n from chat_history`)[0]?.['n'] as number
  const before = await said()
  expect(before).toBeGreaterThan(0)
  await sql`update session_info set session_status = 'completed', next_reminder_at = null`
  await runToTheEnd()
  expect(await said()).toBe(before)
})

test('a conversation goes on where it was after a restart, and a repeated launch does not begin it again', async () => {
  await acceptTasks(sql, launch(1))
  await runRound(sql, SPEED, RECORDINGS)
  await runRound(sql, SPEED, RECORDINGS)
  await runRound(sql, SPEED, RECORDINGS)
  const middle = await sql`select id, message from chat_history order by id`
  const another = backend.connect()
  while ((await runRound(another, SPEED, RECORDINGS)) > 0);
  const all = await sql`select id, message from chat_history order by id`
  expect(all.length).toBeGreaterThan(middle.length)
  expect(all.slice(0, middle.length)).toEqual([...middle])
  await acceptTasks(sql, launch(1))
  await runToTheEnd()
  expect(await sql`select id, message from chat_history order by id`).toEqual(all)
})

test('sessions that others made are left to them', async () => {
  await sql`insert into session_info (session_id) values ('plumberlondon_abc123xyz_447700900000')`
  expect(await acceptTasks(sql, launch(1))).toEqual({ accepted: 1, known: 1 })
  await runToTheEnd()
  expect(await sql`select 1 as one from chat_history`).toEqual([])
})

test('2,000 recipients are talked to in batches, and all come to an end', async () => {
  const body = launch(0)
  const tasks = Array.from({ length: 2000 }, (_, index) => {
    const digits = `4477009${String(index).padStart(5, '0')}`
    return { session: `plumberlondon_abc123xyz_${digits}`, phone_number: `+${digits}` }
  })
  expect(await acceptTasks(sql, { ...body, tasks })).toEqual({ accepted: 2000, known: 0 })
  await runToTheEnd()
  const [row] = await sql`
    select count(*)::int as over from demo_agent.conversations where due_at is null`
  expect(row).toEqual({ over: 2000 })
  const [spoken] = await sql`select count(distinct session_id)::int as n from chat_history`
  expect(spoken).toEqual({ n: 2000 })
})

test('the agent runs by itself from the first launch, and stops when told to', async () => {
  const agent = createDemoAgent({
    backendDbUrl: backend.dbUrl,
    webhookSecrets: [],
    webhookUrl: 'https://agents.example/webhook',
    speed: 100_000,
  })
  const answer = await agent.app.request('/webhook/session-created', {
    method: 'POST',
    body: JSON.stringify(launch(2)),
  })
  expect(await answer.json()).toEqual({ accepted: 2, known: 0 })
  await expect
    .poll(
      async () =>
        (await sql`select 1 as one from demo_agent.conversations where due_at is not null`).length,
      {
        timeout: 30_000,
      },
    )
    .toBe(0)
  await agent.stop()
  await acceptTasks(sql, launch(3))
  const [row] =
    await sql`select count(*)::int as n from demo_agent.conversations where due_at is not null`
  expect(row).toEqual({ n: 1 })
})
