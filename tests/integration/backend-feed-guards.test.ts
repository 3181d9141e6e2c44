/** What the cursor survives: crashes, restores, pruning, truncation. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FeedCursor } from '../../src/data/backend/feed.ts'
import { createMirror, drain } from '../support/backend-mirror.ts'
import { freshBackend, type FreshDatabase } from '../support/fresh-database.ts'
import { readFeedBySql } from '../support/read-feed.ts'
import { actAsSuperuser, takeBackup } from '../support/superuser-acts.ts'

let backend: FreshDatabase

beforeEach(async () => {
  backend = await freshBackend()
  await backend.sql`insert into numbers select 's' || n, '+44770090010' || n
    from generate_series(1, 5) n`
})
afterEach(() => backend.dispose())

async function upToDate(): Promise<FeedCursor> {
  const mirror = createMirror()
  await drain(mirror, (cursor) => readFeedBySql(backend.sql, cursor))
  if (mirror.cursor === null) throw new Error('the feed gave no cursor')
  return mirror.cursor
}

const sessionsOf = (page: { items: readonly { session: string }[] }) =>
  page.items.map((item) => item.session)

test('after a restart, what the cursor took for seen is sent again', async () => {
  const cursor = await upToDate()
  await backend.sql`insert into numbers values ('reused', '+447700900111')`
  const [next] = await backend.sql`select pg_snapshot_xmax(pg_current_snapshot())::text as xid`
  // The cursor of before the crash saw the end of a transaction whose id came again after it.
  const before = { ...cursor, snapshot: `${next?.['xid']}:${next?.['xid']}:` }
  expect((await readFeedBySql(backend.sql, before)).mode).toBe('idle')

  const crashed = { ...before, started_at: '2020-01-01T00:00:00+00:00' }
  const page = await readFeedBySql(backend.sql, crashed)
  expect(page.mode).not.toBe('idle')
  expect(page.restored).toBe(false)
  expect(sessionsOf(page)).toContain('reused')
  expect((await readFeedBySql(backend.sql, page.cursor)).mode).toBe('idle')
})

test('after a restart in the middle of a window, the window begins anew', async () => {
  const cursor = await upToDate()
  await backend.sql`insert into numbers select 'w' || n, '' from generate_series(1, 4) n`
  const first = await readFeedBySql(backend.sql, cursor, { sessions: 2 })
  const crashed = { ...first.cursor, started_at: '2020-01-01T00:00:00+00:00' }
  const mirror = { ...createMirror(), cursor: crashed as FeedCursor }
  await drain(mirror, (at) => readFeedBySql(backend.sql, at, { sessions: 2 }))
  expect([...mirror.sessions.keys()]).toEqual(expect.arrayContaining(['w1', 'w2', 'w3', 'w4']))
})

/** A cursor as if it were read in this very database, so that nothing but the log tells. */
function asIfReadHere(cursor: FeedCursor): FeedCursor {
  return Object.fromEntries(Object.entries(cursor).filter(([field]) => field !== 'place'))
}

test('a backend restored from a backup is noticed, and walked in full by pages', async () => {
  const backup = await takeBackup(backend)
  await backend.sql`insert into numbers values ('lost', '+447700900112')`
  const cursor = asIfReadHere(await upToDate())

  const first = await readFeedBySql(backup, cursor, { sessions: 3 })
  expect(first).toMatchObject({ mode: 'full', restored: true, more: true })
  const second = await readFeedBySql(backup, first.cursor, { sessions: 3 })
  expect(second).toMatchObject({ mode: 'full', restored: false, more: false })
  expect([...sessionsOf(first), ...sessionsOf(second)]).toEqual(['s1', 's2', 's3', 's4', 's5'])
  expect((await readFeedBySql(backup, second.cursor)).mode).toBe('idle')
  await backup.end()
})

test('a restored backend that has written on since is noticed too', async () => {
  const backup = await takeBackup(backend)
  await backend.sql`insert into numbers values ('lost', '+447700900112')`
  const cursor = asIfReadHere(await upToDate())
  await backup`insert into numbers values ('written since', '+447700900113')`
  const page = await readFeedBySql(backup, cursor)
  expect(page).toMatchObject({ mode: 'full', restored: true })
  await backup.end()
})

test('a restored backend that has lost nothing that was read is noticed by its place', async () => {
  const cursor = await upToDate()
  const backup = await takeBackup(backend)
  await backend.sql`insert into numbers values ('lost before it was read', '+447700900112')`
  expect(await readFeedBySql(backup, asIfReadHere(cursor))).toMatchObject({ restored: false })
  expect(await readFeedBySql(backup, cursor)).toMatchObject({ mode: 'full', restored: true })
  await backup.end()
})

test('a truncated table makes every session be read again', async () => {
  const cursor = await upToDate()
  await backend.sql`insert into chat_history (session_id, message) values ('s1', '{}')`
  await backend.sql`truncate numbers`
  const page = await readFeedBySql(backend.sql, cursor)
  expect(page).toMatchObject({ mode: 'full', restored: false })
  expect(sessionsOf(page)).toEqual(['s1'])
})

/** Waits until nothing older than the log runs in the cluster: until then a prune may outrun a cursor. */
async function logIsSettled(): Promise<void> {
  const settled = async () => {
    const [row] = await backend.sql<{ settled: boolean }[]>`
      select pg_snapshot_xmin(pg_current_snapshot()) > max(xid) as settled from rollcall.change_log`
    return row?.settled
  }
  await expect.poll(settled, { timeout: 30_000 }).toBe(true)
}

test('pruning in slices ends, keeps the newest line, and a current cursor goes on', async () => {
  await logIsSettled()
  const cursor = await upToDate()
  const slices: unknown[] = []
  for (let more = true; more;) {
    const [row] = await backend.sql<{ slice: { deleted: number; more: boolean } }[]>`
      select public.rollcall_prune('0', 2) as slice`
    if (!row) throw new Error('no answer')
    slices.push(row.slice)
    more = row.slice.more
  }
  expect(slices.length).toBeGreaterThan(1)
  expect(await backend.sql`select count(*)::int as n from rollcall.change_log`).toEqual([{ n: 1 }])
  expect((await readFeedBySql(backend.sql, cursor)).mode).toBe('idle')
  await backend.sql`insert into numbers values ('next', '+447700900114')`
  expect(sessionsOf(await readFeedBySql(backend.sql, cursor))).toEqual(['next'])
})

test('a cursor older than what was pruned walks in full', async () => {
  const old = await upToDate()
  await backend.sql`insert into numbers values ('pruned 1', ''), ('pruned 2', '')`
  await backend.sql`insert into numbers values ('newest', '')`
  await backend.sql`select public.rollcall_prune('0')`
  const page = await readFeedBySql(backend.sql, old)
  expect(page).toMatchObject({ mode: 'full', restored: false })
  expect(sessionsOf(page)).toEqual(expect.arrayContaining(['pruned 1', 'pruned 2', 'newest']))
})

test('lines younger than what is to be kept stay', async () => {
  await backend.sql`select public.rollcall_prune('7 days')`
  const [log] = await backend.sql`select count(*)::int as n from rollcall.change_log`
  expect(log?.['n']).toBe(6)
})

test('pruning does not touch when a message was first seen', async () => {
  await backend.sql`insert into chat_history (session_id, message) values ('s1', '{}')`
  await backend.sql`insert into numbers values ('s9', '')`
  await backend.sql`select public.rollcall_prune('0')`
  const page = await readFeedBySql(backend.sql, null)
  const item = page.items.find((entry) => entry.session === 's1')
  expect(item?.messages[0]?.seenAt).not.toBeNull()
})

test('a cursor of an unknown version starts over', async () => {
  const cursor = await upToDate()
  const page = await readFeedBySql(backend.sql, { ...cursor, v: 2 })
  expect(page.mode).toBe('full')
})

test('a trigger that was switched off is reported with every page', async () => {
  const cursor = await upToDate()
  expect((await readFeedBySql(backend.sql, cursor)).triggersOk).toBe(true)
  await backend.sql`alter table call_info disable trigger rollcall_update`
  expect((await readFeedBySql(backend.sql, cursor)).triggersOk).toBe(false)
})

test('a writer that plays a replica is logged all the same', async () => {
  const cursor = await upToDate()
  await actAsSuperuser(backend.name, (sql) =>
    sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`insert into public.numbers values ('replicated', '')`
    }),
  )
  expect(sessionsOf(await readFeedBySql(backend.sql, cursor))).toEqual(['replicated'])
})
