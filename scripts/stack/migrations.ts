/**
 * Applies the frontend's migrations and records them as the Supabase CLI does, so that
 * `supabase migration list` and `supabase db push` agree with what was applied here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitSqlStatements } from '@supabase/lite'
import type postgres from 'postgres'
import { StackError } from './stack-error.ts'

/** A migration file: `<version>_<name>.sql`. */
export type Migration = {
  readonly version: string
  readonly name: string
  readonly sql: string
}

/** A row of `supabase_migrations.schema_migrations`. */
export type RecordedMigration = {
  readonly version: string
  readonly statements: readonly string[] | null
}

export type MigrationPlan = {
  /** Not applied yet, in the order to apply them. */
  readonly pending: readonly Migration[]
  /** Applied, but their files have changed since. */
  readonly changed: readonly Migration[]
  /** Versions applied that have no file: the database is newer than the project. */
  readonly unknown: readonly string[]
}

// As the CLI creates it: pkg/migration/history.go.
const HISTORY_SQL = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
  alter table supabase_migrations.schema_migrations add column if not exists statements text[];
  alter table supabase_migrations.schema_migrations add column if not exists name text;`

/** The migrations of a folder in the CLI's order; files named otherwise are skipped, as it does. */
export function listMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, version, name] = /^([0-9]+)_(.*)\.sql$/.exec(file) ?? []
      if (version === undefined || name === undefined) return []
      return [{ version, name, sql: readFileSync(join(folder, file), 'utf8') }]
    })
}

/** Compares the files with what was applied. */
export function planMigrations(
  files: readonly Migration[],
  recorded: readonly RecordedMigration[],
): MigrationPlan {
  const applied = new Map(recorded.map((row) => [row.version, row.statements]))
  const known = new Set(files.map((file) => file.version))
  return {
    pending: files.filter((file) => !applied.has(file.version)),
    changed: files.filter((file) => {
      const statements = applied.get(file.version)
      return statements && statements.join('\n') !== splitSqlStatements(file.sql).join('\n')
    }),
    unknown: recorded.map((row) => row.version).filter((version) => !known.has(version)),
  }
}

/**
 * Applies what is pending, each migration in a transaction of its own.
 *
 * @param sql a client of the database as role `postgres`
 * @returns how many were applied
 * @throws StackError naming the migration that failed, or an older project on newer data
 */
export async function applyMigrations(
  sql: postgres.Sql,
  files: readonly Migration[],
  report: (line: string) => void,
): Promise<number> {
  await sql.unsafe(HISTORY_SQL).simple()
  const recorded = await sql<RecordedMigration[]>`
    select version, statements from supabase_migrations.schema_migrations order by version`
  const plan = planMigrations(files, recorded)
  if (plan.unknown.length > 0) {
    throw new StackError(
      `The data folder was made by a newer Rollcall: it holds the migrations ${plan.unknown.join(', ')}, which this one does not know.`,
      'Get the newer version, or choose another data folder: ROLLCALL_DATA_DIR=/some/folder npm start.',
    )
  }
  for (const migration of plan.changed) {
    report(
      `Migration ${migration.version}_${migration.name} has changed since it was applied here. npm run stack:reset starts over with it.`,
    )
  }
  for (const migration of plan.pending) await applyMigration(sql, migration)
  return plan.pending.length
}

async function applyMigration(sql: postgres.Sql, migration: Migration): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(migration.sql).simple()
      await tx`insert into supabase_migrations.schema_migrations (version, name, statements)
        values (${migration.version}, ${migration.name}, ${splitSqlStatements(migration.sql)})`
    })
  } catch (error) {
    throw new StackError(
      `Migration ${migration.version}_${migration.name} failed${describe(migration.sql, error)}`,
      'Nothing of it was applied. Correct the file, then start again.',
      error,
    )
  }
}

function describe(sql: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const position = Number((error as { position?: unknown }).position)
  const line = Number.isInteger(position) ? sql.slice(0, position).split('\n').length : null
  return line === null ? `: ${message}.` : ` at line ${line}: ${message}.`
}
