/** A PostgreSQL cluster for one test run, with databases to copy: migrated once, thrown away. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type postgres from 'postgres'
import { installBackend } from '../../scripts/backend-install.ts'
import { bootstrapCluster, type ClusterAccess } from '../../scripts/stack/bootstrap.ts'
import { openDataFolder } from '../../scripts/stack/data-folder.ts'
import { connectAsOwner, prepareBackend, prepareFrontend } from '../../scripts/stack/databases.ts'
import { findFreePort } from '../../scripts/stack/ports.ts'
import { startPostgres } from '../../scripts/stack/postgres.ts'
import { createSecrets, type StackSecrets } from '../../scripts/stack/secrets.ts'

/** What a test file must know to make databases of its own. */
export type TestCluster = ClusterAccess & {
  /** Keys and JWT secrets that every API of the run uses. */
  readonly secrets: Pick<StackSecrets, 'frontend' | 'backend'>
}

/** The databases that test files copy. */
export const TEMPLATES = {
  frontend: 'template_frontend',
  /** Migrated with Supabase's older default privileges, which grant everything in `public`. */
  permissiveFrontend: 'template_frontend_permissive',
  backend: 'template_backend',
  /** The seven tables without our part. */
  bareBackend: 'template_backend_bare',
} as const

export type RunningTestCluster = {
  readonly cluster: TestCluster
  /** Ends it and deletes its data. */
  readonly stop: () => Promise<void>
}

/** Starts the cluster and makes the templates. */
export async function startTestCluster(): Promise<RunningTestCluster> {
  const path = mkdtempSync(join(tmpdir(), 'rollcall-test-'))
  // When root runs the tests, another account runs PostgreSQL and must pass through.
  chmodSync(path, 0o711)
  const folder = openDataFolder(path)
  const { databasePasswords: passwords, frontend, backend } = createSecrets()
  const port = await findFreePort()
  const postgres = await startPostgres({
    clusterDir: folder.postgres,
    logFile: join(folder.logs, 'postgres.log'),
    port,
    superuserPassword: passwords.supabaseAdmin,
    fsync: false,
    report: (line) => console.error(line),
  })
  const stop = async () => {
    await postgres.stop()
    rmSync(path, { recursive: true, force: true })
  }
  const cluster: TestCluster = { port, passwords, secrets: { frontend, backend } }
  try {
    await makeTemplates(cluster)
  } catch (error) {
    await stop()
    throw error
  }
  return { cluster, stop }
}

async function makeTemplates(cluster: TestCluster): Promise<void> {
  await bootstrapCluster(cluster)
  const report = (line: string) => console.error(line)
  await prepareFrontend(cluster, { database: TEMPLATES.frontend, report })
  await prepareFrontend(cluster, {
    database: TEMPLATES.permissiveFrontend,
    defaultPrivileges: 'permissive',
    report,
  })
  for (const frontend of [TEMPLATES.frontend, TEMPLATES.permissiveFrontend]) {
    await openAllHours(connectAsOwner(cluster, frontend))
  }
  await prepareBackend(cluster, TEMPLATES.bareBackend)
  await prepareBackend(cluster, TEMPLATES.backend)
  const sql = connectAsOwner(cluster, TEMPLATES.backend)
  try {
    await installBackend(sql)
  } finally {
    await sql.end()
  }
}

/** Tests run at any hour, so nobody is held back unless a test says so. */
async function openAllHours(sql: postgres.Sql): Promise<void> {
  await sql`insert into public.settings (key, value)
    values ('calling_hours', '{"days": [1, 2, 3, 4, 5, 6, 7], "from": "00:00", "to": "24:00"}')`
  await sql.end()
}
