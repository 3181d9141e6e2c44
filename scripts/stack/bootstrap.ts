/**
 * Makes an empty cluster look like hosted Supabase before its first migration: roles, databases,
 * schemas `auth` and `extensions`. Idempotent; run in every start.
 */
import { readFileSync } from 'node:fs'
import { getAuthSchemaSql } from '@supabase/lite'
import type postgres from 'postgres'
import { connect } from './connect.ts'
import { SUPERUSER } from './postgres.ts'
import type { StackSecrets } from './secrets.ts'

/** Where a cluster is, and its roles' passwords. */
export type ClusterAccess = {
  readonly port: number
  readonly passwords: StackSecrets['databasePasswords']
}

/** A client with superuser rights. For bootstrapping only; the caller ends it. */
export function connectAsSuperuser(cluster: ClusterAccess, database = 'postgres'): postgres.Sql {
  const password = cluster.passwords.supabaseAdmin
  return connect({ user: SUPERUSER, password, port: cluster.port, database })
}

/** Makes the roles of the cluster, with the passwords given. */
export async function bootstrapCluster(cluster: ClusterAccess): Promise<void> {
  const sql = connectAsSuperuser(cluster)
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('stack.postgres_password', ${cluster.passwords.postgres}, true),
        set_config('stack.authenticator_password', ${cluster.passwords.authenticator}, true),
        set_config('stack.auth_admin_password', ${cluster.passwords.authAdmin}, true)`
      await tx.unsafe(readSql('cluster.sql'))
    })
  } finally {
    await sql.end()
  }
}

/** Makes a database owned by `postgres`, if it isn't there, with what hosted projects hold. */
export async function bootstrapDatabase(cluster: ClusterAccess, name: string): Promise<void> {
  const admin = connectAsSuperuser(cluster)
  try {
    const [found] = await admin`select from pg_database where datname = ${name}`
    if (!found) await admin`create database ${admin(name)} owner postgres`
  } finally {
    await admin.end()
  }
  const sql = connectAsSuperuser(cluster, name)
  try {
    await sql.begin((tx) => tx.unsafe(readSql('database.sql')).simple())
    await sql.begin((tx) => makeAuthTables(tx, name))
  } finally {
    await sql.end()
  }
}

// The tables of the auth service, made by its own role so that it owns them. Its script says
// `create schema if not exists`, for which it is let create schemas within this transaction only.
async function makeAuthTables(tx: postgres.TransactionSql, database: string): Promise<void> {
  await tx`grant create on database ${tx(database)} to auth_admin`
  await tx`set local role auth_admin`
  await tx.unsafe(getAuthSchemaSql()).simple()
  await tx`reset role`
  await tx`revoke create on database ${tx(database)} from auth_admin`
}

function readSql(name: string): string {
  return readFileSync(new URL(`sql/${name}`, import.meta.url), 'utf8')
}
