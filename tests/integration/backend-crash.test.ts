/** S1 over kill -9 of PostgreSQL. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { expect, test } from 'vitest'
import { installBackend } from '../../scripts/backend-install.ts'
import { bootstrapCluster, connectAsSuperuser } from '../../scripts/stack/bootstrap.ts'
import { openDataFolder } from '../../scripts/stack/data-folder.ts'
import { connectAsOwner, prepareBackend } from '../../scripts/stack/databases.ts'
import type { KeptProcess } from '../../scripts/stack/keep-running.ts'
import { findFreePort } from '../../scripts/stack/ports.ts'
import { startPostgres } from '../../scripts/stack/postgres.ts'
import { createSecrets } from '../../scripts/stack/secrets.ts'
import { contentOf, createMirror, drain } from '../support/backend-mirror.ts'
import { readFeedBySql } from '../support/read-feed.ts'

const CRASHES = 4

async function startOwnCluster() {
  const path = mkdtempSync(join(tmpdir(), 'rollcall-crash-'))
  chmodSync(path, 0o711)
  const folder = openDataFolder(path)
  const passwords = createSecrets().databasePasswords
  const cluster = { port: await findFreePort(), passwords }
  const server = await startPostgres({
    clusterDir: folder.postgres,
    logFile: join(folder.logs, 'postgres.log'),
    port: cluster.port,
    superuserPassword: passwords.supabaseAdmin,
    fsync: true,
    report: () => {},
  })
  await bootstrapCluster(cluster)
  // Aborts reach the disk when this wakes up; a test on a busy machine must be faster.
  const admin = connectAsSuperuser(cluster)
  await admin`alter system set wal_writer_delay = '10s'`
  await admin`select pg_reload_conf()`
  await admin.end()
  await prepareBackend(cluster, 'backend')
  const connect = () => connectAsOwner(cluster, 'backend')
  const stop = async () => {
    await server.stop()
    rmSync(path, { recursive: true, force: true })
  }
  return { server, connect, stop }
}

/** Kills the server without a chance to write anything, and waits until it is back. */
async function crash(server: KeptProcess): Promise<void> {
  const killed = server.pid
  process.kill(killed, 'SIGKILL')
  while (server.pid === killed) await delay(20)
}

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
  const { server, connect, stop } = await startOwnCluster()
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
      await crash(server)
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
    await stop()
  }
})
