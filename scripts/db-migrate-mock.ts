/**
 * Loads the demo data: 129 records into the frontend, 58 chat messages into the backend, and
 * three accounts. What is there already stays as it is, so it may be run any number of times.
 *
 *     npm run db:migrate:mock            the local stack's databases, or FRONTEND_DB_URL's and
 *                                        BACKEND_DB_URL's with FRONTEND_URL and FRONTEND_SERVICE_KEY
 */
import { randomBytes } from 'node:crypto'
import type postgres from 'postgres'
import { AppError } from '../src/lib/app-error.ts'
import { type Accounts, openAccounts } from './cli/accounts.ts'
import { readConnection, withDatabase } from './cli/connections.ts'
import { paint } from './cli/paint.ts'
import { runCommand } from './cli/run-command.ts'
import { toTable } from './cli/table.ts'
import { type DemoLoad, loadDemoData } from './demo-data/load-demo-data.ts'
import type { LoadedKind } from './demo-data/load-frontend.ts'

await runCommand(async () => {
  const urls = {
    frontend: readConnection('FRONTEND_DB_URL'),
    backend: readConnection('BACKEND_DB_URL'),
  }
  const accounts = openAccounts()
  const passwords = new Map<string, string>()
  const loaded = await withDatabase(urls.frontend, (frontend) =>
    withDatabase(urls.backend, async (backend) => {
      const saveAccount = (email: string) => findOrMake(frontend, accounts, email, passwords)
      try {
        return await loadDemoData({ frontend, backend, saveAccount })
      } catch (error) {
        throw asLoadError(error)
      }
    }),
  )
  report(loaded)
  for (const [email, password] of passwords) {
    console.log(`New account ${email}, password ${password} (shown only now).`)
  }
})

/** An account that is there keeps its password. */
async function findOrMake(
  sql: postgres.Sql,
  accounts: Accounts,
  email: string,
  passwords: Map<string, string>,
): Promise<string> {
  const [profile] = await sql<
    { id: string }[]
  >`select id from public.profiles where email = ${email}`
  const known = profile?.id ?? (await accounts.find(email))
  if (known !== null) return known
  const password = `demo-${randomBytes(6).toString('hex')}`
  passwords.set(email, password)
  return accounts.save(email, { text: password, oneTime: false })
}

function report({ frontend, backend }: DemoLoad): void {
  print('Frontend', frontend)
  print('Backend', backend)
  const loaded = [...frontend, ...backend].reduce((sum, kind) => sum + kind.loaded, 0)
  console.log(loaded === 0 ? 'Everything was there already.' : `${loaded} rows loaded.`)
}

function print(name: string, kinds: readonly LoadedKind[]): void {
  const rows = kinds.map(
    ({ kind, rows: all, loaded }) => [`  ${kind}`, all, loaded, all - loaded] as const,
  )
  const sum = (column: 1 | 2 | 3) => rows.reduce((total, row) => total + row[column], 0)
  const lines = toTable([
    ['', 'rows', 'loaded', 'already there'],
    ...rows,
    ['  in all', sum(1), sum(2), sum(3)],
  ])
  console.log(paint('bold', name))
  for (const line of lines) console.log(line)
  console.log()
}

function asLoadError(cause: unknown): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause
  if (cause.code === '42P01') {
    return new AppError('contract', `A table is missing: ${cause.message}.`, {
      cause,
      hint: 'Apply the migrations of supabase/frontend, and check which database is which.',
    })
  }
  if (cause.code === '23503') {
    return new AppError('conflict', 'The demo data does not fit to what was changed here since.', {
      cause,
      hint: 'Nothing was loaded. Start over with npm run stack:reset, or use empty databases.',
    })
  }
  return cause
}
