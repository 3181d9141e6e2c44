/** The demo data in both databases, and what the first tick of the sync makes of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveAuthUser } from '../../scripts/stack/auth-users.ts'
import { countBackend, countFrontend } from '../../scripts/demo-data/count-records.ts'
import { loadDemoData } from '../../scripts/demo-data/load-demo-data.ts'
import { runTick } from '../../src/sync/run-tick.ts'
import { freshBackend, freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { backendPort, frontendPort } from '../support/sync-ports.ts'

let frontend: FreshDatabase
let backend: FreshDatabase

beforeAll(async () => {
  frontend = await freshFrontend()
  backend = await freshBackend()
})
afterAll(async () => {
  await frontend.dispose()
  await backend.dispose()
})

function load() {
  return loadDemoData({
    frontend: frontend.sql,
    backend: backend.sql,
    saveAccount: (email) => saveAuthUser(frontend.sql, { email, password: 'a long password' }),
  })
}

const sum = (kinds: readonly { readonly loaded: number }[]) =>
  kinds.reduce((total, kind) => total + kind.loaded, 0)

/** What was never in the backend: messages and calls without a session. */
async function nativeRows() {
  const messages = await frontend.sql`
    select to_jsonb(m) as row from public.whatsapp_messages m where session_id is null order by id`
  const calls = await frontend.sql`
    select to_jsonb(c) as row from public.call_records c where session_id is null order by id`
  return [...messages, ...calls]
}

test('129 records and 58 chat messages are loaded, and all are found again', async () => {
  const loaded = await load()
  expect([sum(loaded.frontend), sum(loaded.backend)]).toEqual([129, 58])
  for (const { kind, demo, expected } of await countFrontend(frontend.sql)) {
    expect({ kind, demo }).toEqual({ kind, demo: expected })
  }
  expect(await countBackend(backend.sql)).toEqual([
    { kind: 'chat messages', expected: 58, demo: 58, all: 58 },
  ])
})

test('the messages were said one after the other before the demo was loaded, not all at once', async () => {
  const [seen] = await backend.sql`
    select count(*)::int as messages, count(distinct seen_at)::int as times,
      bool_and(seen_at < now() - interval '1 minute') as are_past
    from rollcall.chat_seen`
  expect(seen).toMatchObject({ messages: 58, are_past: true })
  expect(Number(seen?.['times'])).toBeGreaterThan(29)
})

test('loaded again, nothing changes on either side', async () => {
  const everything = async () => ({
    frontend: await countFrontend(frontend.sql),
    backend: await countBackend(backend.sql),
    rest: await backend.sql`
      select (select count(*) from numbers) as numbers, (select count(*) from campaigns) as campaigns,
        (select count(*) from session_objective_events) as events, (select count(*) from call_info) as calls`,
  })
  const before = await everything()
  const again = await load()
  expect([sum(again.frontend), sum(again.backend)]).toEqual([0, 0])
  expect(await everything()).toEqual(before)
})

test('what was taken away is loaded again, and nothing else', async () => {
  await frontend.sql`delete from public.candidate_notes where id = (
    select id from public.candidate_notes order by id limit 1)`
  await backend.sql`delete from chat_history where id = (select max(id) from chat_history)`
  const again = await load()
  expect(again.frontend.filter((kind) => kind.loaded > 0)).toEqual([
    { kind: 'candidate notes', rows: 11, loaded: 1 },
  ])
  expect(sum(again.backend)).toBe(1)
})

test('the draft is complete: its preview has no problem, and itemises who is left out', async () => {
  const [admin] = await frontend.sql`select id from public.profiles where role = 'admin'`
  const preview = await frontend.sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${JSON.stringify({ sub: String(admin?.['id']) })}, true)`
    await tx`set local role authenticated`
    const [row] = await tx<{ preview: { ready: number; excluded: object; problems: object[] } }[]>`
      select public.preview_campaign(id) as preview from public.campaigns where state = 'draft'`
    return row?.preview
  })
  expect(preview).toMatchObject({
    ready: 9,
    excluded: { opted_out: 1, active_elsewhere: 1, no_number: 1 },
    problems: [],
  })
})

test('the first tick moves the cards that automation holds, and leaves people’s decisions', async () => {
  const before = await nativeRows()
  const report = await runTick(
    { backend: backendPort(backend.sql), frontend: frontendPort(frontend.sql) },
    { owner: 'test', trigger: 'command', force: true },
  )
  expect(report).toMatchObject({ state: 'done', more: false, error: null, unmatched: 2 })

  const cards = await frontend.sql<
    { name: string; status: string; suggested_status: string | null }[]
  >`
    select name, status, suggested_status from public.candidates
    where job_id = (select id from public.jobs where title = 'Plumber')`
  const cardOf = (name: string) => cards.find((card) => card.name === name)
  expect(cardOf('Daniel Okafor')).toMatchObject({ status: 'interview' })
  expect(cardOf('Agnieszka Kowalska')).toMatchObject({ status: 'interested' })
  expect(cardOf('Marius Popescu')).toMatchObject({ status: 'rejected' })
  expect(cardOf('Priya Nair')).toMatchObject({ status: 'contacted' })
  expect(cardOf('Ahmed Hassan')).toMatchObject({ status: 'interested' })
  expect(cardOf('Liam Byrne')).toMatchObject({
    status: 'interview',
    suggested_status: 'interested',
  })
  expect(cardOf('Sofia Marques')).toMatchObject({
    status: 'hired',
    suggested_status: 'started-work',
  })
  expect(cardOf('George Whitfield')).toMatchObject({ status: 'contacted', suggested_status: null })

  expect(before).toHaveLength(4)
  expect(await nativeRows()).toEqual(before)
})

test('the chat that said STOP suppresses its number, though no session stands behind it', async () => {
  const [row] = await frontend.sql`
    select reason from public.suppressions where phone_e164 = '+447700900114' and lifted_at is null`
  expect(row).toMatchObject({ reason: 'opted_out' })
})

test('after the tick the demo’s own records are still 129', async () => {
  const counts = await countFrontend(frontend.sql)
  expect(counts.reduce((total, kind) => total + kind.demo, 0)).toBe(129)
})

test('loading again brings nobody back who was erased', async () => {
  const [person] = await frontend.sql`select p.id, p.phone_e164 as phone from public.people p
    join public.dataset_candidates d on d.person_id = p.id limit 1`
  await frontend.sql`select private.erase_one(${String(person?.['id'])}, null, true, 'erase')`
  await load()
  expect(
    await frontend.sql`select from public.people where phone_e164 = ${String(person?.['phone'])}`,
  ).toEqual([])
})
