/**
 * Adds to the agents' database what the sync needs: supabase/backend/bridge, in one transaction.
 * Idempotent; on a database that has it, it attaches what was lost and changes nothing else.
 *
 *     npm run backend:install            the local stack's, or BACKEND_DB_URL's
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { AppError } from '../src/lib/app-error.ts'
import { readConnection, withDatabase } from './cli/connections.ts'
import { runCommand } from './cli/run-command.ts'
import { PROJECT_ROOT } from './stack/project-root.ts'

const BRIDGE_DIR = join(PROJECT_ROOT, 'supabase/backend/bridge')

export type BackendInstallation = {
  /** Number of the newest file applied. */
  readonly version: number
  /** False where everything was there already. */
  readonly changed: boolean
}

type InstallFile = {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/**
 * Installs our additive SQL.
 *
 * @param sql a client of the backend as the owner of its tables
 * @throws AppError `contract` naming the tables and columns that are missing or differ; nothing is
 * changed then; `unavailable` where the agents' writes left no moment to attach the triggers
 */
export async function installBackend(sql: postgres.Sql): Promise<BackendInstallation> {
  const files = listInstallFiles()
  const version = Math.max(...files.map((file) => file.number))
  if (await isCurrent(sql, files)) return { version, changed: false }
  try {
    await sql.begin((tx) => applyFiles(tx, files))
    await buildIndexes(sql)
  } catch (error) {
    throw asInstallError(error)
  }
  return { version, changed: true }
}

function listInstallFiles(): InstallFile[] {
  return readdirSync(BRIDGE_DIR)
    .sort()
    .flatMap((name) => {
      const number = /^(\d{4})_.*\.sql$/.exec(name)?.[1]
      if (number === undefined) return []
      const sql = readFileSync(join(BRIDGE_DIR, name), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      return [{ number: Number(number), name, sql, checksum }]
    })
}

async function isCurrent(sql: postgres.Sql, files: readonly InstallFile[]): Promise<boolean> {
  const [found] = await sql`select to_regclass('rollcall.versions') is not null as installed`
  if (!found?.['installed']) return false
  const rows = await sql<{ number: number; checksum: string }[]>`
    select number, checksum from rollcall.versions order by number`
  const newest = rows.at(-1)?.number ?? 0
  const ours = files.at(-1)?.number ?? 0
  if (newest > ours) {
    throw new AppError('conflict', 'A newer Rollcall has installed its part here.', {
      code: 'backend_newer',
      hint: 'Use that version, or run npm run backend:uninstall with it first.',
    })
  }
  const recorded = rows.map((row) => `${row.number} ${row.checksum}`).join()
  if (recorded !== files.map((file) => `${file.number} ${file.checksum}`).join()) return false
  const [status] = await sql<{ status: { ok: boolean } }[]>`
    select public.rollcall_status() as status`
  return status?.status.ok === true
}

async function applyFiles(tx: postgres.TransactionSql, files: readonly InstallFile[]) {
  // A trigger waits for the statements under way on its table, and the agents' next ones wait for it.
  await tx`set local lock_timeout = '10s'`
  await tx`set local client_min_messages = warning`
  await tx`select pg_advisory_xact_lock(hashtext('rollcall.install'))`
  for (const file of files) {
    await tx.unsafe(file.sql).simple()
    await tx`
      insert into rollcall.versions (number, name, checksum)
      values (${file.number}, ${file.name}, ${file.checksum})
      on conflict (number) do update
      set name = excluded.name, checksum = excluded.checksum, installed_at = now()
      where versions.checksum <> excluded.checksum`
  }
}

// One statement a round trip, for `concurrently` works in no transaction. A build that was
// interrupted leaves an index that is never used, so these are made again.
async function buildIndexes(sql: postgres.Sql): Promise<void> {
  const broken = await sql<{ name: string }[]>`
    select x.indexrelid::regclass::text as name from pg_index x
    join pg_class c on c.oid = x.indexrelid
    where c.relname like 'rollcall\\_%' and c.relnamespace = 'public'::regnamespace
      and not x.indisvalid`
  for (const { name } of broken) await sql.unsafe(`drop index concurrently ${name}`)
  const text = readFileSync(join(BRIDGE_DIR, 'indexes.sql'), 'utf8').replaceAll(/^--.*$/gm, '')
  for (const statement of text.split(';').map((part) => part.trim())) {
    if (statement !== '') await sql.unsafe(statement)
  }
}

function asInstallError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const cause = error
  if (error.code === 'P0001' && 'detail' in error && error.detail === 'invalid:backend_contract') {
    const hint = 'hint' in error ? String(error.hint) : undefined
    return new AppError('contract', error.message, { cause, code: 'backend_contract', hint })
  }
  if (error.code === '55P03') {
    return new AppError(
      'unavailable',
      'The agents were writing all the time; nothing was changed.',
      {
        cause,
        code: 'backend_busy',
        hint: 'Try again in a quieter moment.',
      },
    )
  }
  if (error.code === '42501') {
    return new AppError('forbidden', 'This account may not add triggers to the agents’ tables.', {
      cause,
      code: 'backend_not_owner',
      hint: 'Connect as the owner of the tables; on Supabase that is postgres.',
    })
  }
  return error
}

if (import.meta.main) {
  await runCommand(async () => {
    const outcome = await withDatabase(readConnection('BACKEND_DB_URL'), installBackend)
    const state = outcome.changed ? 'is installed' : 'was installed already'
    console.log(`Rollcall's part of the backend ${state} (version ${outcome.version}).`)
  })
}
