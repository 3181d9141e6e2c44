/** A cluster of a test's own that may be killed like a machine without power, and comes back by itself. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import {
  bootstrapCluster,
  connectAsSuperuser,
  type ClusterAccess,
} from '../../scripts/stack/bootstrap.ts'
import { openDataFolder } from '../../scripts/stack/data-folder.ts'
import { connectAsOwner } from '../../scripts/stack/databases.ts'
import { findFreePort } from '../../scripts/stack/ports.ts'
import { startPostgres } from '../../scripts/stack/postgres.ts'
import { createSecrets } from '../../scripts/stack/secrets.ts'

export type CrashCluster = {
  readonly cluster: ClusterAccess
  /** As the owner of one of its databases. */
  connect(database: string): postgres.Sql
  /** Kills the server without a chance to write anything, and waits until it is back. */
  crash(): Promise<void>
  stop(): Promise<void>
}

export async function startCrashCluster(): Promise<CrashCluster> {
  const path = mkdtempSync(join(tmpdir(), 'rollcall-crash-'))
  // When root runs the tests, another account runs PostgreSQL and must pass through.
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
  return {
    cluster,
    connect: (database) => connectAsOwner(cluster, database),
    async crash() {
      const killed = server.pid
      process.kill(killed, 'SIGKILL')
      while (server.pid === killed) await delay(20)
    },
    async stop() {
      await server.stop()
      rmSync(path, { recursive: true, force: true })
    },
  }
}
