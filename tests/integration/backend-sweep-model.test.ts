/** The sweep against the change log as its oracle: the same in the end, within a bounded delay. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBackendClient, type BackendClient } from '../../src/data/backend/client.ts'
import { addCall, candidateWrites, openSession } from '../support/agents.ts'
import { contentOf, createMirror, drain, type BackendMirror } from '../support/backend-mirror.ts'
import { type DatabaseApi, startBackendApi } from '../support/database-api.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'
import { openWriters, play, stepsArb } from '../support/interleaving.ts'
import { readFeedBySql } from '../support/read-feed.ts'
import { sweepInto } from '../support/sweep-into.ts'

/** Of a round over what is held; the Sync page counts with 200 too (`sync_state`). */
const SESSIONS_A_LOOK = 200
/** Each of the six tables fits into one page of the walk, and all sessions into one look. */
const LOOKS_A_ROUND = 6

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

/** What the change log says of every session, without the times that only it knows. */
async function oracle() {
  const mirror = createMirror()
  await drain(mirror, (cursor) => readFeedBySql(backend.sql, cursor))
  return timeless(mirror)
}

function timeless(mirror: BackendMirror) {
  return contentOf(mirror).map(([id, { messages, ...rest }]) => [
    id,
    { ...rest, messages: messages.map((message) => ({ ...message, seenAt: null })) },
  ])
}

test('it says the same of every session as the change log does', async () => {
  const { sql } = backend
  await openSession(sql, 'x', 'plumber-london', { salary: { type: 'number' } })
  await candidateWrites(sql, 'x', 'Hello')
  await candidateWrites(sql, 'y__Postgres_Chat_Memory', 'Hello')
  await addCall(sql, 'x', { callId: 'c9', analysis: { in_voicemail: true } })
  await sql`insert into campaigns values ('x', 'other'), ('y', 'plumber-london')`
  await sql`insert into numbers values ('y', '+447700900125'), ('y', null), ('y', '+447700900125')`
  await sql`insert into session_objective_events (session_id, objective, new_value, occurred_at)
    values ('x', 'salary', '12', '2026-09-02T10:00:00Z')`
  const mirror = createMirror()
  await sweepInto(mirror, client)
  expect(timeless(mirror)).toEqual(await oracle())
})

test('after any interleaving of transactions and looks, one round brings everything', async () => {
  const writers = await openWriters(backend)
  const mirror = createMirror()
  await fc.assert(
    fc.asyncProperty(stepsArb, async (steps) => {
      await play(steps, writers, (pageSize) => sweepInto(mirror, client, pageSize))
      for (let look = 0; look < LOOKS_A_ROUND; look += 1) await sweepInto(mirror, client)
      expect(timeless(mirror)).toEqual(await oracle())
    }),
    { numRuns: 25 },
  )
}, 240_000)

test('whatever changes in a conversation that is held comes within as many looks as the app names', async () => {
  const { sql } = backend
  // A whole number of looks, so that a round that is one look too long shows.
  const held = 2 * SESSIONS_A_LOOK
  const mirror = createMirror()
  await sweepInto(mirror, client)
  const others = held - mirror.sessions.size
  await sql`insert into session_info (session_id, objectives)
    select 'held-' || n, '{}' from generate_series(1, ${others}::int) n`
  await sql`insert into chat_history (session_id, message)
    select 'held-' || n, '{"type": "human", "content": "Hello"}' from generate_series(1, ${others}::int) n`
  await sweepInto(mirror, client)
  expect(mirror.sessions.size).toBe(held)
  const changeArb = fc.record({
    session: fc.integer({ min: 1, max: others }).map((n) => `held-${n}`),
    how: fc.constantFrom('edited', 'unsaid', 'answered'),
  })
  const changesArb = fc.array(changeArb, { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.nat(2), changesArb, async (looksBefore, changes) => {
      for (let look = 0; look < looksBefore; look += 1) await sweepInto(mirror, client)
      for (const { session, how } of changes) await changeQuietly(session, how)
      for (let look = 0; look < held / SESSIONS_A_LOOK; look += 1) await sweepInto(mirror, client)
      expect(timeless(mirror)).toEqual(await oracle())
    }),
    { numRuns: 8 },
  )
}, 240_000)

/** Changes that no new id and no newer time points at. */
async function changeQuietly(session: string, how: string): Promise<void> {
  const { sql } = backend
  if (how === 'edited') {
    await sql`update chat_history set message = message || ${sql.json({ content: crypto.randomUUID() })}
      where session_id = ${session}`
  }
  if (how === 'unsaid') await sql`delete from chat_history where session_id = ${session}`
  if (how === 'answered') {
    await sql`update session_info set objectives = ${sql.json({ salary: { value: crypto.randomUUID() } })}
      where session_id = ${session}`
  }
}
