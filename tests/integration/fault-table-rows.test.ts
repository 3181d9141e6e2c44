/** Rows and schemas that are not as they should be, and what must come of each. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBackendClient } from '../../src/data/backend/client.ts'
import { readFeed } from '../../src/data/backend/feed.ts'
import type { Cursor } from '../../src/sync/ports.ts'
import { runTick } from '../../src/sync/run-tick.ts'
import { candidateWrites, openSession } from '../support/agents.ts'
import { startBackendApi } from '../support/database-api.ts'
import { seeIssues, seeMatch, seeRecipient } from '../support/seen.ts'
import {
  addCampaign,
  addContacted,
  createSyncWorld,
  type SyncWorld,
  type TestCampaign,
} from '../support/sync-world.ts'

let world: SyncWorld
let campaign: TestCampaign

beforeAll(async () => {
  world = await createSyncWorld()
  campaign = await addCampaign(world.frontend.sql)
  await world.tick()
})
afterAll(() => world.close())

test('of 1,000 sessions of which one is poison, 999 are applied and one is set aside', async () => {
  const { sql } = world.frontend
  await sql`alter table public.whatsapp_messages
    add constraint refused check (session_id <> 'stranger-500') not valid`
  await world.backend.sql`insert into public.chat_history (session_id, message)
    select 'stranger-' || n, '{"type": "human", "content": "Hello"}' from generate_series(1, 1000) n`
  const report = await world.tick()
  expect(report).toMatchObject({ state: 'done', setAside: 1, messages: 999 })
  expect(await seeIssues(sql, 'stranger-500')).toEqual([
    { kind: 'poison', item: '', state: 'open' },
  ])
  const [issue] = await sql`select summary from public.sync_issues where kind = 'poison'`
  expect(String(issue?.['summary'])).not.toBe('')
  expect(await world.tick()).toMatchObject({ mode: 'idle' })
  await sql`alter table public.whatsapp_messages drop constraint refused`
})

test('a session whose phone cannot be read counts as unmatched, and is shown', async () => {
  const session = 'somebody-else'
  await openSession(world.backend.sql, session, campaign.key)
  await world.backend.sql`insert into public.numbers values (${session}, 'call my brother')`
  await candidateWrites(world.backend.sql, session, 'Hello')
  expect(await world.tick()).toMatchObject({ state: 'done', unmatched: 1, matched: 0 })
  expect(await seeMatch(world.frontend.sql, session)).toMatchObject({ recipient_id: null })
  expect(await seeIssues(world.frontend.sql, session)).toEqual([
    { kind: 'unmatched', item: '', state: 'open' },
  ])
})

test.each([
  ['a list', ['interested']],
  ['a text', 'interested: yes'],
  ['a value of no kind', { interested: { value: { is: [true] } } }],
])(
  'where the objectives are %s, the status is derived without them, and it is shown',
  async (_case, objectives) => {
    const recipient = await addContacted(world, campaign)
    await candidateWrites(world.backend.sql, recipient.session, 'Hello')
    await world.backend.sql`update public.session_info
    set objectives = ${world.backend.sql.json(objectives)} where session_id = ${recipient.session}`
    expect((await world.tick()).state).toBe('done')
    expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('contacted')
    const issues = await seeIssues(world.frontend.sql, recipient.session)
    expect(issues).toMatchObject([{ kind: 'objective', state: 'open' }])
  },
)

test('where the schema drifted the tick stops, the cursor stays, and the state of the sync says so', async () => {
  const [before] = await world.frontend.sql`select cursor from public.sync_cursors`
  await world.backend.sql`alter table public.session_info rename column objectives to goals`
  await candidateWrites(world.backend.sql, 'stranger-1', 'Still here?')
  const api = await startBackendApi(world.backend)
  const client = createBackendClient(api)
  const backend = {
    ...world.ports.backend,
    readFeed: (cursor: Cursor | null, sessions: number) => readFeed(client, cursor, { sessions }),
  }
  const report = await runTick(
    { ...world.ports, backend },
    { owner: 'test', trigger: 'command', force: true },
  )
  await api.dispose()
  expect(report).toMatchObject({ state: 'failed', error: { code: 'backend_schema_drift' } })
  const [after] = await world.frontend.sql`select cursor from public.sync_cursors`
  expect(after).toEqual(before)
  const [told] = await world.frontend.sql`select last_error from public.sync_cursors`
  expect(told?.['last_error']).toBe('backend_schema_drift')
  await world.backend.sql`alter table public.session_info rename column goals to objectives`
  expect(await world.tick()).toMatchObject({ state: 'done', messages: 1 })
})
