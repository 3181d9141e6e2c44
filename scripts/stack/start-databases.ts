import { join } from 'node:path'
import { installBackend } from '../backend-install.ts'
import { bootstrapCluster, type ClusterAccess } from './bootstrap.ts'
import type { Closers } from './closers.ts'
import type { DataFolder } from './data-folder.ts'
import { connectAsOwner, prepareBackend, prepareFrontend } from './databases.ts'
import type { KeptProcess } from './keep-running.ts'
import { startPostgres } from './postgres.ts'

export type DatabasesOptions = {
  readonly folder: DataFolder
  readonly cluster: ClusterAccess
  readonly fsync: boolean
  /** Other migrations than the project's. */
  readonly migrationsDir?: string | undefined
  readonly report: (line: string) => void
}

/** Starts PostgreSQL and brings both databases up to date. */
export async function startDatabases(
  options: DatabasesOptions,
  closers: Closers,
): Promise<KeptProcess> {
  const { cluster, folder, migrationsDir, report } = options
  const postgres = await startPostgres({
    clusterDir: folder.postgres,
    logFile: join(folder.logs, 'postgres.log'),
    port: cluster.port,
    superuserPassword: cluster.passwords.supabaseAdmin,
    fsync: options.fsync,
    report,
  })
  closers.add('PostgreSQL', () => postgres.stop())

  await bootstrapCluster(cluster)
  const applied = await prepareFrontend(cluster, {
    database: 'frontend',
    report,
    ...(migrationsDir === undefined ? {} : { migrationsDir }),
  })
  if (applied > 0) report(`Migrations applied: ${applied}.`)
  await prepareBackend(cluster, 'backend')
  const sql = connectAsOwner(cluster, 'backend')
  try {
    await installBackend(sql)
  } finally {
    await sql.end()
  }
  return postgres
}
