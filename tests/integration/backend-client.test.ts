/** src/data/backend against the real PostgREST. */
import { installBackend } from '../../scripts/backend-install.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBackendClient, type BackendClient } from '../../src/data/backend/client.ts'
import { readFeed } from '../../src/data/backend/feed.ts'
import {
  completeSessions,
  eraseSessions,
  listExistingSessions,
  readSessions,
} from '../../src/data/backend/sessions.ts'
import { backendStatus, pruneBackendLog } from '../../src/data/backend/upkeep.ts'
import { type DatabaseApi, startBackendApi } from '../support/database-api.ts'
import { createMirror, drain } from '../support/backend-mirror.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'

let backend: FreshDatabase
let api: DatabaseApi
let client: BackendClient

beforeAll(async () => {
  backend = await freshBackend()
  api = await startBackendApi(backend)
  client = createBackendClient(api)
})
afterAll(async () => {
  await api.dispose()
  await backend.dispose()
})

test('more sessions than a page of rows holds come through, page by page', async () => {
  await backend.sql`insert into numbers
    select 'many-' || n, '+447700900123' from generate_series(1, 2500) n`
  const mirror = createMirror()
  const pages = await drain(mirror, (cursor) => readFeed(client, cursor, { sessions: 2000 }))
  expect(pages).toHaveLength(2)
  expect(mirror.sessions.size).toBe(2500)
  expect((await readFeed(client, mirror.cursor)).mode).toBe('idle')
})

test('thousands of ids are looked up at once, wherever they are named', async () => {
  await backend.sql`insert into chat_history (session_id, message)
    values ('in-a-chat__Postgres_Chat_Memory', '{}')`
  await backend.sql`insert into call_info (call_id, session_id) values ('c', 'in-a-call')`
  await backend.sql`insert into session_objective_events (session_id) values ('in-an-event')`
  await backend.sql`insert into campaigns values ('in-a-campaign', 'x')`
  const asked = Array.from({ length: 3000 }, (_, n) => `many-${n}`)
  const named = ['in-a-chat', 'in-a-call', 'in-an-event', 'in-a-campaign']
  const found = await listExistingSessions(client, [...asked, ...named, 'nowhere'])
  expect(found.size).toBe(2500 + named.length)
  expect([...found]).toEqual(expect.arrayContaining([...named, 'many-1']))
  expect(found.has('nowhere')).toBe(false)
})

test('the present state of a session can be had without its past messages', async () => {
  const ids = await backend.sql<{ id: number }[]>`insert into chat_history (session_id, message)
    select 'talk', to_jsonb(n) from generate_series(1, 3) n returning id`
  const whole = await readSessions(client, ['talk', 'nowhere'])
  expect(whole.items.map((item) => [item.session, item.gone])).toEqual([
    ['talk', false],
    ['nowhere', true],
  ])
  expect(whole.items[0]).toMatchObject({ messagesFrom: 0, messagesTo: null, lastPart: true })
  const since = await readSessions(client, ['talk'], { afterChat: ids[1]?.id ?? 0 })
  expect(since.items[0]?.messages.map((message) => message.message)).toEqual([3])
})

test('what does not fit into an answer is named, and can be asked for next', async () => {
  await backend.sql`insert into chat_history (session_id, message)
    select 'big-' || n, to_jsonb(repeat('x', 6000)) from generate_series(1, 3) n`
  const sessions = ['big-1', 'big-2', 'big-3']
  const first = await readSessions(client, sessions, { bytes: 10_000 })
  expect(first.items.map((item) => item.session)).toEqual(['big-1'])
  expect(first.rest).toEqual(['big-2', 'big-3'])
})

test('completing ends what is active, takes reminders, and says what is not there', async () => {
  await backend.sql`insert into session_info (session_id, session_status, next_reminder_at) values
    ('active', 'active', now()), ('failed', 'failed', now()), ('ended', 'completed', null)`
  const asked = ['active', 'failed', 'ended', 'nowhere']
  const outcome = await completeSessions(client, asked)
  expect(outcome.completed.toSorted()).toEqual(['active', 'failed'])
  expect(outcome).toMatchObject({ unchanged: ['ended'], missing: ['nowhere'] })
  const rows = await backend.sql`select session_id, session_status as status, next_reminder_at as at
    from session_info where session_id = any (${asked}) order by 1`
  expect(rows).toEqual([
    { session_id: 'active', status: 'completed', at: null },
    { session_id: 'ended', status: 'completed', at: null },
    { session_id: 'failed', status: 'failed', at: null },
  ])
  expect(await completeSessions(client, asked)).toMatchObject({ completed: [] })
})

test('erasing leaves no row and no name, not even in our log, and the feed goes on', async () => {
  const { sql } = backend
  await sql`insert into session_info (session_id) values ('erase-me')`
  await sql`insert into numbers values ('erase-me', '+447700900199'), ('stays', '+447700900198')`
  await sql`insert into chat_history (session_id, message)
    values ('erase-me__Postgres_Chat_Memory', '{}'), ('erase-me', '{}')`
  const mirror = createMirror()
  await drain(mirror, (cursor) => readFeed(client, cursor))
  const rows = await eraseSessions(client, ['erase-me'])
  expect(rows).toMatchObject({ session_info: 1, numbers: 1, chat_history: 2, call_info: 0 })
  expect(await listExistingSessions(client, ['erase-me', 'stays'])).toEqual(new Set(['stays']))
  const named = await sql`select from rollcall.change_log where session_key like 'erase-me%'`
  expect(named).toHaveLength(0)
  expect(
    await sql`select from rollcall.chat_seen where chat_id not in (select id from chat_history)`,
  ).toHaveLength(0)
  expect(await readFeed(client, mirror.cursor)).toMatchObject({ mode: 'idle', restored: false })
  expect(await eraseSessions(client, ['erase-me'])).toMatchObject({ session_info: 0 })
})

test('the status says that all is well, and what is not', async () => {
  expect(await backendStatus(client)).toMatchObject({ installed: true, ok: true, missing: [] })
  await backend.sql`alter table numbers disable trigger rollcall_insert`
  expect(await backendStatus(client)).toMatchObject({ ok: false, triggersMissing: 1 })
  await installBackend(backend.sql)
})

test('the log can be pruned', async () => {
  expect(await pruneBackendLog(client, 7)).toEqual({ deleted: 0, more: false })
})

test('a wrong key, and the key that browsers have, are refused in words', async () => {
  for (const serviceKey of ['sb_secret_wrong', api.anonKey]) {
    const stranger = createBackendClient({ url: api.url, serviceKey })
    await expect(readFeed(stranger, null)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'backend_key_refused',
    })
  }
})

test('nobody there, and somebody else there, are told apart', async () => {
  const nobody = createBackendClient({ url: 'http://127.0.0.1:9', serviceKey: 'sb_secret_x' })
  await expect(readFeed(nobody, null)).rejects.toMatchObject({ kind: 'network', retryable: true })
  for (const status of [200, 404]) {
    const page = () =>
      Promise.resolve(
        new Response('<!doctype html><p>Hello', {
          status,
          headers: { 'content-type': 'text/html' },
        }),
      )
    const website = createBackendClient({ url: api.url, serviceKey: 'sb_secret_x', fetch: page })
    await expect(readFeed(website, null)).rejects.toMatchObject({ kind: 'contract' })
  }
})

test('a backend that never answers is given up', async () => {
  const silent: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error))
    })
  const client = createBackendClient({
    url: api.url,
    serviceKey: 'sb_secret_x',
    timeoutMs: 20,
    fetch: silent,
  })
  await expect(readFeed(client, null)).rejects.toMatchObject({ kind: 'timeout', retryable: true })
})

test('without our part, the feed says what to run and the status what is missing', async () => {
  const bare = await freshBackend({ installed: false })
  await bare.sql`drop table chat_history`
  await bare.sql`alter table session_info drop column tz`
  const bareApi = await startBackendApi(bare)
  const bareClient = createBackendClient(bareApi)
  await expect(readFeed(bareClient, null)).rejects.toMatchObject({
    kind: 'contract',
    code: 'backend_not_installed',
  })
  expect(await backendStatus(bareClient)).toEqual({
    installed: false,
    ok: false,
    missing: ['column session_info.tz is missing', 'table chat_history is missing'],
  })
  await bareApi.dispose()
  await bare.dispose()
})

test('a table that went missing since is named by the feed', async () => {
  const other = await freshBackend()
  const otherApi = await startBackendApi(other)
  await other.sql`drop table session_objective_events`
  await expect(readFeed(createBackendClient(otherApi), null)).rejects.toMatchObject({
    kind: 'contract',
    message: 'The backend has no table session_objective_events.',
  })
  await otherApi.dispose()
  await other.dispose()
})
