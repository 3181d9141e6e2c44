/**
 * Shows what the agents' database holds: tables, columns, counts. Exit code 1 where one of the
 * seven tables that Rollcall relies on is missing.
 *
 *     npm run db:explore                 the local stack's, or BACKEND_DB_URL's
 */
import type postgres from 'postgres'
import { BACKEND_TABLE_NAMES } from '../src/data/backend/upkeep.ts'
import { readConnection, withDatabase } from './cli/connections.ts'
import { runCommand } from './cli/run-command.ts'

type Table = {
  readonly name: string
  readonly rows: number
  readonly columns: readonly {
    readonly name: string
    readonly type: string
    readonly key: boolean
  }[]
}

await runCommand(async () => {
  const tables = await withDatabase(readConnection('BACKEND_DB_URL'), listTables)
  const known: ReadonlySet<string> = new Set(BACKEND_TABLE_NAMES)
  for (const table of tables) {
    const note = known.has(table.name) ? '' : '  (not one Rollcall reads)'
    console.log(`${table.name}: ${count(table.rows, 'row')}${note}`)
    const width = Math.max(...table.columns.map((column) => column.name.length))
    for (const { name, type, key } of table.columns) {
      console.log(`  ${name.padEnd(width)}  ${type}${key ? ', key' : ''}`)
    }
    console.log()
  }
  const total = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${count(tables.length, 'table')}, ${count(total, 'row')} in all.`)
  const found = new Set(tables.map((table) => table.name))
  const missing = BACKEND_TABLE_NAMES.filter((name) => !found.has(name))
  if (missing.length > 0) {
    console.log(`Missing: ${missing.join(', ')}. The sync needs all seven.`)
    process.exitCode = 1
  }
})

async function listTables(sql: postgres.Sql): Promise<Table[]> {
  const described = await sql<Omit<Table, 'rows'>[]>`
    select c.relname as name, jsonb_agg(jsonb_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'key', a.attnum = any (coalesce(x.indkey::smallint[], '{}'))) order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index x on x.indrelid = c.oid and x.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname order by c.relname`
  const tables: Table[] = []
  for (const table of described) {
    const [counted] = await sql<{ rows: string }[]>`
      select count(*) as rows from ${sql('public.' + table.name)}`
    tables.push({ ...table, rows: Number(counted?.rows ?? 0) })
  }
  return tables
}

function count(quantity: number, noun: string): string {
  return `${quantity.toLocaleString('en-GB')} ${noun}${quantity === 1 ? '' : 's'}`
}
