/** What only the cluster's superuser may do to a fresh database. */
import type postgres from 'postgres'
import { inject } from 'vitest'
import { connectAsSuperuser } from '../../scripts/stack/bootstrap.ts'
import { connectAsOwner } from '../../scripts/stack/databases.ts'
import type { FreshDatabase } from './fresh-database.ts'

/** Runs statements in the database with superuser rights. */
export async function actAsSuperuser(
  database: string,
  work: (sql: postgres.Sql) => Promise<unknown>,
): Promise<void> {
  const sql = connectAsSuperuser(inject('cluster'), database)
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}

/**
 * Copies the database as it is now: what a backup of this moment holds. Its clients are cut off
 * for it and connect again by themselves.
 */
export async function takeBackup(database: FreshDatabase): Promise<postgres.Sql> {
  return connectAsOwner(inject('cluster'), await copyDatabase(database))
}

/** As `takeBackup`, by name, to be put in the place of the database later. */
export async function copyDatabase(database: FreshDatabase): Promise<string> {
  const name = `backup_${crypto.randomUUID().replaceAll('-', '')}`
  await actAsSuperuser('postgres', async (sql) => {
    // Whoever is cut off would be back before the copy begins.
    await sql`alter database ${sql(database.name)} with allow_connections false`
    await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = ${database.name}`
    await sql`create database ${sql(name)} template ${sql(database.name)} owner postgres`
    await sql`alter database ${sql(database.name)} with allow_connections true`
  })
  return name
}

/** Puts a copy in the database's place, as a restore does; clients connect again by themselves. */
export async function restoreCopy(database: FreshDatabase, copy: string): Promise<void> {
  await actAsSuperuser('postgres', async (sql) => {
    await sql`drop database ${sql(database.name)} with (force)`
    await sql`alter database ${sql(copy)} rename to ${sql(database.name)}`
  })
}
