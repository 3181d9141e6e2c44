/** A frontend database of one test's own, with every migration applied. */
import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import { connectAsSuperuser, type ClusterAccess } from '../../scripts/stack/bootstrap.ts'
import { connectAsOwner, MIGRATIONS_DIR, prepareFrontend } from '../../scripts/stack/databases.ts'
import { listMigrations } from '../../scripts/stack/migrations.ts'

export type FreshFrontend = {
  readonly database: string
  /** One connection, as the owner. */
  readonly sql: postgres.Sql
  connect(): postgres.Sql
  close(): Promise<void>
}

const cluster: ClusterAccess = {
  port: 57611,
  passwords: { supabaseAdmin: 'password', postgres: 'pw', authenticator: 'pw', authAdmin: 'pw' },
}

export async function createFreshFrontend(): Promise<FreshFrontend> {
  const template = await ensureTemplate()
  const database = `frontend_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = connectAsSuperuser(cluster)
  await admin`create database ${admin(database)} template ${admin(template)} owner postgres`
  await admin.end()
  const clients: postgres.Sql[] = []
  const connect = () => {
    const client = connectAsOwner(cluster, database)
    clients.push(client)
    return client
  }
  return {
    database,
    sql: connect(),
    connect,
    close: async () =>
      void (await Promise.all(clients.map((client) => client.end({ timeout: 1 })))),
  }
}

/** Migrating takes a second, copying a tenth: migrated once for each state of the migrations. */
async function ensureTemplate(): Promise<string> {
  const hash = createHash('sha256')
  for (const { version, sql } of listMigrations(MIGRATIONS_DIR)) hash.update(version + sql)
  const name = `template_${hash.digest('hex').slice(0, 16)}`
  const admin = connectAsSuperuser(cluster)
  try {
    await admin`select pg_advisory_lock(hashtext(${name}))`
    const [found] = await admin`select from pg_database where datname = ${name}`
    if (!found) await prepareFrontend(cluster, { database: name, report: () => {} })
  } finally {
    await admin.end()
  }
  return name
}
