/** S1 at the source: whatever the order of commits, the feed delivers every change, and only those. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyPage, contentOf, createMirror, drain } from '../support/backend-mirror.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'
import { openWriters, play, say, stepsArb } from '../support/interleaving.ts'
import { readFeedBySql } from '../support/read-feed.ts'

let backend: FreshDatabase

beforeAll(async () => {
  backend = await freshBackend()
})
afterAll(() => backend.dispose())

async function upToDateMirror() {
  const mirror = createMirror()
  await drain(mirror, (cursor) => readFeedBySql(backend.sql, cursor))
  return mirror
}

test('a transaction that commits after a later one is delivered when it commits', async () => {
  const mirror = await upToDateMirror()
  const slow = await backend.connect().reserve()
  await slow`begin`
  await slow`insert into chat_history ${slow(say('late'))}`
  await backend.sql`insert into chat_history ${backend.sql(say('prompt'))}`

  const first = await readFeedBySql(backend.sql, mirror.cursor)
  expect(first.items.map((item) => item.session)).toEqual(['prompt'])
  await slow`commit`
  const second = await readFeedBySql(backend.sql, first.cursor)
  expect(second.items.map((item) => item.session)).toEqual(['late'])
  const third = await readFeedBySql(backend.sql, second.cursor)
  expect(third.mode).toBe('idle')
})

test('the same session written by an open transaction and by a later one is delivered twice', async () => {
  const mirror = await upToDateMirror()
  const slow = await backend.connect().reserve()
  await slow`begin`
  await slow`insert into chat_history ${slow(say('shared'))}`
  await backend.sql`insert into chat_history ${backend.sql(say('shared'))}`
  const first = await readFeedBySql(backend.sql, mirror.cursor)
  applyPage(mirror, first)
  expect(mirror.sessions.get('shared')?.messages).toHaveLength(1)
  await slow`commit`
  applyPage(mirror, await readFeedBySql(backend.sql, mirror.cursor))
  expect(mirror.sessions.get('shared')?.messages).toHaveLength(2)
})

test('what was rolled back is never delivered, savepoints included', async () => {
  const mirror = await upToDateMirror()
  const writer = await backend.connect().reserve()
  await writer`begin`
  await writer`insert into numbers ${writer({ session_id: 'undone', phone_number: '+447700900001' })}`
  await writer`rollback`
  await writer`begin`
  await writer`insert into numbers ${writer({ session_id: 'kept', phone_number: '+447700900002' })}`
  await writer`savepoint half`
  await writer`insert into numbers ${writer({ session_id: 'half', phone_number: '+447700900003' })}`
  await writer`rollback to half`
  await writer`commit`
  const page = await readFeedBySql(backend.sql, mirror.cursor)
  expect(page.items.map((item) => item.session)).toEqual(['kept'])
})

test('rows that commit while a window is walked wait for the next window', async () => {
  const mirror = await upToDateMirror()
  for (const session of ['walk-1', 'walk-2', 'walk-3']) {
    await backend.sql`insert into chat_history ${backend.sql(say(session))}`
  }
  const first = await readFeedBySql(backend.sql, mirror.cursor, { sessions: 1 })
  applyPage(mirror, first)
  await backend.sql`insert into chat_history ${backend.sql(say('walk-0'))}`
  await backend.sql`insert into chat_history ${backend.sql(say('walk-1'))}`
  await drain(mirror, (cursor) => readFeedBySql(backend.sql, cursor, { sessions: 1 }))
  await drain(mirror, (cursor) => readFeedBySql(backend.sql, cursor, { sessions: 1 }))
  expect(mirror.sessions.get('walk-0')?.messages).toHaveLength(1)
  expect(mirror.sessions.get('walk-1')?.messages).toHaveLength(2)
})

test('a mirror equals the backend after any interleaving of transactions, polls and pages', async () => {
  const writers = await openWriters(backend)
  const mirror = await upToDateMirror()
  await fc.assert(
    fc.asyncProperty(stepsArb, async (steps) => {
      await play(steps, writers, async (sessions) => {
        applyPage(mirror, await readFeedBySql(backend.sql, mirror.cursor, { sessions }))
      })
      await drain(mirror, (cursor) => readFeedBySql(backend.sql, cursor, { sessions: 2 }))
      await drain(mirror, (cursor) => readFeedBySql(backend.sql, cursor, { sessions: 2 }))
      const whole = await upToDateMirror()
      expect(contentOf(mirror)).toEqual(contentOf(whole))
    }),
    { numRuns: 40 },
  )
})
