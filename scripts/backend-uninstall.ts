/**
 * Takes Rollcall's part out of the agents' database again: triggers, functions, indexes and the
 * schema with the change log. The agents' tables stay as they were.
 *
 *     npm run backend:uninstall          the local stack's, or BACKEND_DB_URL's
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { readConnection, withDatabase } from './cli/connections.ts'
import { runCommand } from './cli/run-command.ts'
import { PROJECT_ROOT } from './stack/project-root.ts'

/** Removes everything that `installBackend` made; on a database without it, nothing happens. */
export async function uninstallBackend(sql: postgres.Sql): Promise<void> {
  const text = readFileSync(join(PROJECT_ROOT, 'supabase/backend/bridge/uninstall.sql'), 'utf8')
  await sql.begin(async (tx) => {
    await tx`set local lock_timeout = '10s'`
    await tx`set local client_min_messages = warning`
    await tx.unsafe(text).simple()
  })
}

if (import.meta.main) {
  await runCommand(async () => {
    await withDatabase(readConnection('BACKEND_DB_URL'), uninstallBackend)
    console.log("Rollcall's part of the backend is gone; the agents' tables are as they were.")
  })
}
