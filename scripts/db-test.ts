/**
 * Tests the connections to both databases and counts: the demo data by kind, then all rows.
 * Exit code 1 where a database doesn't answer or something of the demo data is missing.
 *
 *     npm run db:test                    the local stack's, or FRONTEND_DB_URL's and BACKEND_DB_URL's
 */
import type postgres from 'postgres'
import { AppError, isAppError } from '../src/lib/app-error.ts'
import { readConnection, withDatabase } from './cli/connections.ts'
import { paint } from './cli/paint.ts'
import { runCommand } from './cli/run-command.ts'
import { toTable } from './cli/table.ts'
import { countBackend, countFrontend, type KindCount } from './demo-data/count-records.ts'

type Side = {
  readonly name: 'Frontend' | 'Backend'
  readonly variable: 'FRONTEND_DB_URL' | 'BACKEND_DB_URL'
  readonly count: (sql: postgres.Sql) => Promise<KindCount[]>
}

type CountedSide = { readonly name: string; readonly kinds: readonly KindCount[] }

const SIDES: readonly Side[] = [
  { name: 'Frontend', variable: 'FRONTEND_DB_URL', count: countFrontend },
  { name: 'Backend', variable: 'BACKEND_DB_URL', count: countBackend },
]

await runCommand(async () => {
  const urls = SIDES.map((side) => readConnection(side.variable))
  console.log(paint('bold', 'Connections'))
  const counted: CountedSide[] = []
  for (const [index, side] of SIDES.entries()) {
    const kinds = await connectAndCount(side, urls[index] ?? '')
    if (kinds === null) process.exitCode = 1
    else counted.push({ name: side.name, kinds })
  }

  console.log(`\n${paint('bold', 'Demo data')}`)
  print(counted, (kind) => kind.demo)
  console.log(`\n${paint('bold', 'All rows')}`)
  print(counted, (kind) => kind.all)

  const missing = counted.flatMap(({ kinds }) => kinds.filter((kind) => kind.demo < kind.expected))
  if (missing.length === 0) return
  const what = missing.map(({ kind, demo, expected }) => `${kind} (${demo} of ${expected})`)
  throw new AppError('not-found', `\nMissing of the demo data: ${what.join(', ')}.`, {
    hint: 'Load it with npm run db:migrate:mock.',
  })
})

/** Prints one line. Null where the database can't be worked with. */
async function connectAndCount(side: Side, url: string): Promise<KindCount[] | null> {
  const name = `  ${side.name.padEnd(8)}  `
  const startedAt = performance.now()
  try {
    return await withDatabase(url, async (sql) => {
      const [row] = await sql<
        { version: string }[]
      >`select split_part(version(), ' ', 2) as version`
      const tookMs = Math.round(performance.now() - startedAt)
      const kinds = await side.count(sql).catch((error: unknown) => {
        throw asMissingTable(error, side.name)
      })
      console.log(`${name}${paint('green', 'ok')}  ${tookMs} ms, PostgreSQL ${row?.version ?? ''}`)
      return kinds
    })
  } catch (error) {
    if (!isAppError(error)) throw error
    const words = [error.message, error.hint].filter(Boolean).join(' ')
    console.log(`${name}${paint('red', 'failed')}  ${words}`)
    return null
  }
}

function asMissingTable(error: unknown, name: Side['name']): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '42P01') return error
  const hint =
    name === 'Frontend'
      ? 'Apply the migrations of supabase/frontend to it.'
      : 'Check that the address is that of the agents’ database.'
  return new AppError('contract', `A table is missing: ${error.message}.`, { cause: error, hint })
}

function print(sides: readonly CountedSide[], of: (kind: KindCount) => number): void {
  const rows = sides.flatMap(({ name, kinds }) => [
    ...kinds.map((kind) => [`  ${kind.kind}`, of(kind)] as const),
    [`  ${name} in all`, kinds.reduce((sum, kind) => sum + of(kind), 0)] as const,
  ])
  for (const line of toTable(rows)) console.log(line)
}
