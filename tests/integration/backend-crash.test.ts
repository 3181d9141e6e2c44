/** S1 over kill -9 of PostgreSQL. */
import type postgres from 'postgres'
import { expect, test } from 'vitest'
import { installBackend } from '../../scripts/backend-install.ts'
import { prepareBackend } from '../../scripts/stack/databases.ts'
import { contentOf, createMirror, drain } from '../support/backend-mirror.ts'
import { startCrashCluster } from '../support/crash-cluster.ts'
import { readFeedBySql } from '../support/read-feed.ts'

const CRASHES = 4

/** Writes one message; 'abort' takes it back, and nothing flushes that to disk. */
async function say(sql: postgres.Sql, session: string, end: 'commit' | 'abort'): Promise<string> {
  let xid = ''
  await sql
    .begin(async (tx) => {
      await tx`insert into chat_history (session_id, message) values (${session}, '{}')`
      const [row] = await tx<{ xid: string }[]>`select pg_current_xact_id()::text as xid`
      xid = row?.xid ?? ''
      if (end === 'abort') throw new Error('taken back')
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'taken back') throw error
    })
  return xid
}

test('what commits before and after crashes is delivered, even under a transaction id seen aborted', async () => {
  const agents = await startCrashCluster()
  await prepareBackend(agents.cluster, 'backend')
  const connect = () => agents.connect('backend')
  const mirror = createMirror()
  let sql = connect()
  let reused = 0
  const poll = () => drain(mirror, (cursor) => readFeedBySql(sql, cursor))
  try {
    await installBackend(sql)
    for (let round = 0; round < CRASHES; round += 1) {
      await say(sql, `before ${round}`, 'commit')
      const aborted = new Set<string>()
      for (let n = 0; n < 5; n += 1) aborted.add(await say(sql, 'never', 'abort'))
      await poll()
      await agents.crash()
      await sql.end({ timeout: 1 })
      sql = connect()
      for (let n = 0; n < 5; n += 1) {
        if (aborted.has(await say(sql, `after ${round}, ${n}`, 'commit'))) reused += 1
      }
      await poll()
    }
    const whole = createMirror()
    await drain(whole, (cursor) => readFeedBySql(sql, cursor))
    expect(whole.sessions.size).toBe(CRASHES * 6)
    expect(contentOf(mirror)).toEqual(contentOf(whole))
    // Otherwise nothing was put to the test.
    expect(reused).toBeGreaterThan(0)
  } finally {
    await sql.end({ timeout: 1 })
    await agents.stop()
  }
})
