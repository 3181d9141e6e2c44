/**
 * The feed of a backend without our part: what the log feed finds at once, it finds within a
 * bounded number of looks, through the real PostgREST.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBackendClient, type BackendClient } from '../../src/data/backend/client.ts'
import {
  completeSessions,
  eraseSessions,
  listExistingSessions,
  readSessions,
} from '../../src/data/backend/sessions.ts'
import { HELD_A_LOOK } from '../../src/data/backend/sweep/discover.ts'
import { addCall, candidateWrites, openSession, removeSession } from '../support/agents.ts'
import { createMirror } from '../support/backend-mirror.ts'
import { type DatabaseApi, startBackendApi } from '../support/database-api.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'
import { sweepInto } from '../support/sweep-into.ts'

let backend: FreshDatabase
let api: DatabaseApi
let client: BackendClient
let mirror: ReturnType<typeof createMirror>

beforeAll(async () => {
  backend = await freshBackend({ installed: false })
  api = await startBackendApi(backend)
  client = createBackendClient(api)
  mirror = createMirror()
})
afterAll(async () => {
  await api.dispose()
  await backend.dispose()
})

const look = (pageSessions = 1000) => sweepInto(mirror, client, pageSessions)
const messagesOf = (session: string) => mirror.sessions.get(session)?.messages.length

test('the first tick reads all that is there, in whichever table a session is named', async () => {
  const { sql } = backend
  await sql`insert into numbers select 'bulk-' || n, '+447700900123' from generate_series(1, 2300) n`
  await sql`insert into chat_history (session_id, message)
    select 'chatty', to_jsonb(n) from generate_series(1, 2500) n`
  await sql`insert into chat_history (session_id, message) values ('odd__Postgres_Chat_Memory', '{}')`
  await sql`insert into campaigns values ('member', 'plumber-london')`
  await sql`insert into session_objective_events (session_id, objective) values ('event', 'x')`
  await addCall(sql, 'called', { callId: 'c1', duration: '1 day 00:00:01.5' })
  await openSession(sql, 'informed', 'plumber-london', { interested: { type: 'boolean' } })
  await look(500)
  expect(mirror.sessions.size).toBe(2300 + 6)
  expect(messagesOf('chatty')).toBe(2500)
  expect(mirror.sessions.get('odd')).toMatchObject({ aliases: ['odd__Postgres_Chat_Memory'] })
  expect(mirror.sessions.get('called')?.calls[0]?.durationSeconds).toBe(86_401.5)
  expect(mirror.sessions.get('informed')?.objectivesTemplate).toEqual({
    interested: { type: 'boolean' },
  })
})

test('what is written afterwards is found by the next look', async () => {
  const { sql } = backend
  await candidateWrites(sql, 'informed', 'Yes please')
  await openSession(sql, 'newcomer')
  await sql`update session_info set updated_at = now() where session_id = 'newcomer'`
  await addCall(sql, 'rung', { callId: 'c2', calledAt: '2026-09-03T09:00:00Z' })
  await look()
  expect(messagesOf('informed')).toBe(1)
  expect(mirror.sessions.has('newcomer')).toBe(true)
  expect(mirror.sessions.get('rung')?.calls).toHaveLength(1)
})

test('a message that commits after a later one is found when it commits', async () => {
  const slow = await backend.connect().reserve()
  await slow`begin`
  await slow`insert into chat_history (session_id, message) values ('late', '{}')`
  await candidateWrites(backend.sql, 'prompt', 'Hi')
  await look()
  expect([messagesOf('prompt'), mirror.sessions.has('late')]).toEqual([1, false])
  await slow`commit`
  await look()
  expect(messagesOf('late')).toBe(1)
})

test('changes and deletions that nothing points at are found within one round', async () => {
  const { sql } = backend
  await sql`update chat_history set message = '"edited"' where session_id = 'odd__Postgres_Chat_Memory'`
  await sql`update call_info set status = 'error' where call_id = 'c1'`
  await removeSession(sql, 'member')
  await sql`insert into numbers values ('silent', '+447700900124')`
  const round = Math.ceil(mirror.sessions.size / HELD_A_LOOK) + 1
  const walk = 12 // pages of rows over the six tables
  for (let n = 0; n < Math.max(round, walk); n += 1) await look()
  expect(mirror.sessions.get('odd')?.messages[0]?.message).toBe('edited')
  expect(mirror.sessions.get('called')?.calls[0]?.status).toBe('error')
  expect(mirror.sessions.has('member')).toBe(false)
  expect(mirror.sessions.has('silent')).toBe(true)
})

test('a chat of thousands of messages comes in parts and is whole at the end', async () => {
  await backend.sql`insert into chat_history (session_id, message)
    select 'endless', to_jsonb(n) from generate_series(1, 11000) n`
  await look()
  expect(messagesOf('endless')).toBe(11_000)
})

test('questions and orders about sessions work without our functions', async () => {
  const { sql } = backend
  const asked = ['chatty', 'odd', 'bulk-7', 'called', 'nowhere']
  expect(await listExistingSessions(client, asked)).toEqual(
    new Set(['chatty', 'odd', 'bulk-7', 'called']),
  )
  const present = await readSessions(client, ['prompt', 'nowhere'])
  expect(present.items.map((item) => [item.session, item.gone])).toEqual([
    ['prompt', false],
    ['nowhere', true],
  ])
  await sql`insert into session_info (session_id, session_status, next_reminder_at)
    values ('failed', 'failed', now()), ('ended', 'completed', null)`
  const outcome = await completeSessions(client, ['informed', 'failed', 'ended', 'nowhere'])
  expect(outcome.completed.toSorted()).toEqual(['failed', 'informed'])
  expect(outcome).toMatchObject({ unchanged: ['ended'], missing: ['nowhere'] })
  const erased = await eraseSessions(client, ['odd', 'informed'])
  expect(erased).toMatchObject({ chat_history: 2, session_info: 1, numbers: 0 })
  expect((await listExistingSessions(client, ['odd', 'informed'])).size).toBe(0)
})
