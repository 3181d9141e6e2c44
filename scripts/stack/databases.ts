/** Brings the two databases of a cluster up to date: `frontend` and `backend`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrapDatabase, type ClusterAccess } from './bootstrap.ts'
import { connect } from './connect.ts'
import { applyMigrations, listMigrations } from './migrations.ts'
import { PROJECT_ROOT } from './project-root.ts'

const MIGRATIONS_DIR = join(PROJECT_ROOT, 'supabase/frontend/supabase/migrations')
const BACKEND_TABLES_DIR = join(PROJECT_ROOT, 'supabase/backend/local')

/**
 * Hosted projects made before 2026 grant everything in `public` by default; `permissive` imitates
 * them, to prove that nothing rests on the absence of such grants.
 */
export type DefaultPrivileges = 'none' | 'permissive'

const PERMISSIVE_SQL = `
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;`

/** Makes the frontend's database if need be and applies what is pending of its migrations. */
export async function prepareFrontend(
  cluster: ClusterAccess,
  options: {
    readonly database: string
    readonly migrationsDir?: string
    readonly defaultPrivileges?: DefaultPrivileges
    readonly report: (line: string) => void
  },
): Promise<number> {
  await bootstrapDatabase(cluster, options.database)
  const sql = connectAsOwner(cluster, options.database)
  try {
    if (options.defaultPrivileges === 'permissive') await sql.unsafe(PERMISSIVE_SQL).simple()
    const files = listMigrations(options.migrationsDir ?? MIGRATIONS_DIR)
    return await applyMigrations(sql, files, options.report)
  } finally {
    await sql.end()
  }
}

/** Makes the backend's database with the seven tables of the agents' side. */
export async function prepareBackend(cluster: ClusterAccess, database: string): Promise<void> {
  await bootstrapDatabase(cluster, database)
  const sql = connectAsOwner(cluster, database)
  try {
    for (const file of readdirSync(BACKEND_TABLES_DIR).sort()) {
      const text = readFileSync(join(BACKEND_TABLES_DIR, file), 'utf8')
      await sql.begin((tx) => tx.unsafe(text).simple())
    }
  } finally {
    await sql.end()
  }
}

/** A client as `postgres`, the role migrations run as. The caller ends it. */
export function connectAsOwner(cluster: ClusterAccess, database: string) {
  return connect({
    user: 'postgres',
    password: cluster.passwords.postgres,
    port: cluster.port,
    database,
  })
}
