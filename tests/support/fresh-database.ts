/** A database of one test file's own, copied from a migrated template in a moment. */
import type postgres from 'postgres'
import { inject } from 'vitest'
import { connectAsSuperuser } from '../../scripts/stack/bootstrap.ts'
import { toDatabaseUrl } from '../../scripts/stack/connect.ts'
import { connectAsOwner } from '../../scripts/stack/databases.ts'
import { TEMPLATES } from './test-cluster.ts'

export type FreshDatabase = {
  readonly name: string
  /** As role `postgres`, which owns the database. */
  readonly dbUrl: string
  /** One connection as `postgres`: past row-level security, and able to `set role`. */
  readonly sql: postgres.Sql
  /** Another connection, for what happens at the same time; ended by `dispose`. */
  connect(): postgres.Sql
  /** Ends every connection and drops the database. */
  dispose(): Promise<void>
}

/** An empty frontend with all migrations applied. */
export function freshFrontend(
  options: { readonly defaultPrivileges?: 'none' | 'permissive' } = {},
): Promise<FreshDatabase> {
  const permissive = options.defaultPrivileges === 'permissive'
  return copyDatabase(permissive ? TEMPLATES.permissiveFrontend : TEMPLATES.frontend, 'frontend')
}

/** An empty backend: the agents' seven tables and, unless told otherwise, our part. */
export function freshBackend(
  options: { readonly installed?: boolean } = {},
): Promise<FreshDatabase> {
  const bare = options.installed === false
  return copyDatabase(bare ? TEMPLATES.bareBackend : TEMPLATES.backend, 'backend')
}

async function copyDatabase(template: string, prefix: string): Promise<FreshDatabase> {
  const name = `${prefix}_${crypto.randomUUID().replaceAll('-', '')}`
  await asSuperuser(
    (sql) => sql`create database ${sql(name)} template ${sql(template)} owner postgres`,
  )
  const database = openDatabase(name)
  return {
    ...database,
    async dispose() {
      await database.dispose()
      await asSuperuser((sql) => sql`drop database ${sql(name)} with (force)`)
    },
  }
}

/** A database that was there before and stays: `dispose` ends connections only. */
export function openDatabase(name: string): FreshDatabase {
  const cluster = inject('cluster')
  const clients: postgres.Sql[] = []
  const connect = () => {
    const client = connectAsOwner(cluster, name)
    clients.push(client)
    return client
  }
  return {
    name,
    dbUrl: toDatabaseUrl({
      user: 'postgres',
      password: cluster.passwords.postgres,
      port: cluster.port,
      database: name,
    }),
    sql: connect(),
    connect,
    async dispose() {
      await Promise.all(clients.map((client) => client.end({ timeout: 1 })))
    },
  }
}

async function asSuperuser(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = connectAsSuperuser(inject('cluster'))
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
