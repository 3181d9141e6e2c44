/** The sync through the real APIs: what a tick asks (S8), by whose clock (S9), and who may (S10). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSyncPorts } from '../../src/bridge/sync-ports.ts'
import { createBackendClient } from '../../src/data/backend/client.ts'
import { createServiceClient } from '../../src/data/frontend/bridge-clients.ts'
import { runRecipient } from '../../src/sync/run-recipient.ts'
import { runTick, type SyncPorts } from '../../src/sync/run-tick.ts'
import { candidateWrites, setObjective } from '../support/agents.ts'
import {
  startBackendApi,
  startFrontendApi,
  type DatabaseApi,
  type FrontendApi,
} from '../support/database-api.ts'
import { seeRecipient } from '../support/seen.ts'
import {
  addCampaign,
  addContacted,
  createSyncWorld,
  type SyncWorld,
  type TestCampaign,
} from '../support/sync-world.ts'

let world: SyncWorld
let frontendApi: FrontendApi
let backendApi: DatabaseApi
let campaign: TestCampaign
let requests: string[] = []

beforeAll(async () => {
  world = await createSyncWorld()
  frontendApi = await startFrontendApi(world.frontend)
  backendApi = await startBackendApi(world.backend)
  campaign = await addCampaign(world.frontend.sql)
})
afterAll(async () => {
  await frontendApi.dispose()
  await backendApi.dispose()
  await world.close()
})

const countingFetch: typeof fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input)
  requests.push(url.replace(/^.*\/rpc\//, ''))
  return fetch(input, init)
}

let kept: SyncPorts | null = null

/** One bridge's ports for all ticks, as a bridge has them. */
function ports() {
  requests = []
  kept ??= createSyncPorts(
    createServiceClient({ ...frontendApi, fetch: countingFetch }),
    createBackendClient({ ...backendApi, fetch: countingFetch }),
  )
  return kept
}

const tick = (pageSessions = 1000) =>
  runTick(ports(), { owner: 'api', trigger: 'command', force: true, pageSessions })

const launched = () => addContacted(world, campaign)

test('a tick reads, plans and applies through both APIs', async () => {
  const recipient = await launched()
  await candidateWrites(world.backend.sql, recipient.session, 'Dzień dobry 👋 "tak"')
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  expect(await tick()).toMatchObject({ state: 'done', matched: 1, changed: 1, cards: 1 })
  // The tables are looked at before a bridge's first page.
  expect(requests).toEqual(['sync_begin', 'rollcall_status', 'rollcall_feed', 'sync_apply'])
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('interested')
  const [message] = await world.frontend.sql`
    select body from public.whatsapp_messages where campaign_candidate_id = ${recipient.id}`
  expect(message?.['body']).toBe('Dzień dobry 👋 "tak"')
})

test('an idle tick is two requests and the update of one row', async () => {
  await tick()
  expect(await tick()).toMatchObject({ state: 'done', mode: 'idle', requests: 2, read: 0 })
  expect(requests).toEqual(['sync_begin', 'rollcall_feed'])
  // Writes are counted by connection: this one has done nothing but begin a tick.
  const rows = await world.frontend.connect().begin(async (tx) => {
    await tx`select public.sync_begin('api', 'command', true)`
    return tx`select relname, n_tup_ins + n_tup_upd + n_tup_del as rows
      from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0`
  })
  expect(rows.map((row) => ({ ...row }))).toEqual([{ relname: 'sync_cursors', rows: '1' }])
})

test('a tick costs two requests a page and one more, however many sessions there are', async () => {
  for (let count = 0; count < 5; count += 1) await launched()
  expect(await tick(2)).toMatchObject({ pages: 3, requests: 7 })
  expect(requests).toHaveLength(7)
})

test('an open conversation is three requests, and leaves the cursor where it is', async () => {
  const recipient = await launched()
  await candidateWrites(world.backend.sql, recipient.session, 'Hello')
  const cursor = () => world.frontend.sql`select cursor, version from public.sync_cursors`
  const before = await cursor()
  const look = () => runRecipient(ports(), { owner: 'api', recipientId: recipient.id })
  expect(await look()).toMatchObject({ state: 'done', mode: 'sessions', changed: 1, requests: 3 })
  expect(requests).toEqual(['sync_begin_recipient', 'rollcall_sessions', 'sync_apply'])
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('contacted')
  const after = await cursor()
  expect(after[0]?.['cursor']).toEqual(before[0]?.['cursor'])
  expect(after[0]?.['version']).not.toEqual(before[0]?.['version'])
  // With nothing new it leaves no mark, so that no running tick has to read again.
  expect(await look()).toMatchObject({ state: 'done', changed: 0, messages: 0 })
  expect(await cursor()).toEqual(after)
})

test('coalescing and leases live in the database: too soon is fresh, another at it is busy', async () => {
  const { sql } = world.frontend
  const begin = async (owner: string, trigger: string) => {
    const [row] = await sql`select public.sync_begin(${owner}, ${trigger}) ->> 'state' as state`
    return String(row?.['state'])
  }
  await sql`update public.sync_cursors
    set attempted_at = null, applied_at = null, lease_until = null`
  expect(await begin('one', 'timer')).toBe('go')
  expect(await begin('two', 'button')).toBe('fresh')
  await sql`update public.sync_cursors set attempted_at = now() - interval '6 seconds'`
  expect(await begin('two', 'timer')).toBe('busy')
  expect(await begin('two', 'button')).toBe('go')
  await sql`update public.sync_cursors set attempted_at = now() - interval '6 seconds', applied_at = now()`
  expect(await begin('one', 'button')).toBe('busy')
  await sql`update public.sync_cursors set lease_until = now() - interval '1 second'`
  expect(await begin('one', 'timer')).toBe('go')
  await sql`update public.sync_cursors set paused_reason = 'maintenance'`
  expect(await runTick(ports(), { owner: 'x', trigger: 'button', force: true })).toMatchObject({
    state: 'paused',
  })
  await sql`update public.sync_cursors set paused_reason = null`
})

test('failures hold automatic ticks back, longer each time, until one succeeds', async () => {
  const { sql } = world.frontend
  const broken = createSyncPorts(
    createServiceClient(frontendApi),
    createBackendClient({ url: 'http://127.0.0.1:1', serviceKey: 'none' }),
  )
  await sql`update public.sync_cursors set attempted_at = null, lease_until = null`
  const [before] = await sql`select checked_at from public.sync_cursors`
  const failed = await runTick(broken, { owner: 'api', trigger: 'timer' })
  expect(failed).toMatchObject({ state: 'failed', error: { code: 'backend_unreachable' } })
  const [state] = await sql`
    select failures, last_error, checked_at, retry_at > now() as waits from public.sync_cursors`
  expect({ ...state }).toEqual({
    failures: 1,
    last_error: 'backend_unreachable',
    checked_at: before?.['checked_at'] as unknown,
    waits: true,
  })
  await sql`update public.sync_cursors set attempted_at = now() - interval '6 seconds'`
  expect(await runTick(ports(), { owner: 'api', trigger: 'timer' })).toMatchObject({
    state: 'failed',
    error: { code: 'backend_unreachable' },
    requests: 1,
  })
  // A person who presses the button isn't made to wait, and success clears what went before.
  expect(await runTick(ports(), { owner: 'api', trigger: 'button' })).toMatchObject({
    state: 'done',
    requests: 3,
  })
  const [after] = await sql`select failures, last_error, retry_at from public.sync_cursors`
  expect({ ...after }).toEqual({ failures: 0, last_error: null, retry_at: null })
})

test('a run is kept with its account, an idle one is not', async () => {
  await tick()
  await world.frontend.sql`delete from public.sync_runs`
  const recipient = await launched()
  await candidateWrites(world.backend.sql, recipient.session, 'Hi')
  await launched()
  await tick(1)
  await tick()
  const rows = await world.frontend.sql`
    select trigger, mode, state, pages, requests, sessions_read, matched, statuses_changed,
      messages_written, finished_at is not null as finished from public.sync_runs`
  expect(rows.map((row) => ({ ...row }))).toEqual([
    {
      trigger: 'command',
      mode: 'log',
      state: 'done',
      pages: 2,
      requests: 5,
      sessions_read: 2,
      matched: 2,
      statuses_changed: 1,
      messages_written: 1,
      finished: true,
    },
  ])
})

test('nobody but the service role may begin, apply or fail a tick', async () => {
  const account = await frontendApi.addAccount('admin@example.org')
  await world.frontend.sql`
    insert into public.profiles (id, email, role) values (${account.userId}, 'admin@example.org', 'admin')`
  const [before] = await world.frontend.sql`select version from public.sync_cursors`
  for (const client of [account.client, frontendApi.anon]) {
    const answers = await Promise.all([
      client.rpc('sync_begin', { p_owner: 'forger' }),
      client.rpc('sync_begin_recipient', { p_recipient: crypto.randomUUID() }),
      client.rpc('sync_apply', { p_apply: { version: Number(before?.['version']), cursor: null } }),
      client.rpc('sync_fail', { p_owner: 'forger', p_code: 'x' }),
    ])
    expect(answers.map((answer) => answer.error?.code)).toEqual(Array(4).fill('42501'))
  }
  const [after] = await world.frontend.sql`select version from public.sync_cursors`
  expect(after).toEqual(before)
})

test('no function of the sync can be called by anybody else, whatever privileges new ones start with', async () => {
  const rows = await world.frontend.sql`
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where (n.nspname = 'public' and p.proname like 'sync\\_%' or n.nspname = 'private')
      and (has_function_privilege('anon', p.oid, 'execute')
        or (n.nspname = 'public' and has_function_privilege('authenticated', p.oid, 'execute')))`
  expect(rows.map((row) => String(row['proname']))).toEqual([])
})
