/** The plans of every statement that functions run inside, by PostgreSQL's own auto_explain. */
import postgres from 'postgres'
import { inject } from 'vitest'
import { z } from 'zod'
import { toDatabaseUrl } from '../../scripts/stack/connect.ts'
import type { FreshDatabase } from '../support/fresh-database.ts'

export type Scan = { readonly table: string; readonly rows: number }

export type Statement = {
  readonly text: string
  readonly ms: number
  /** Tables that it read from end to end, with the rows looked at. */
  readonly scans: readonly Scan[]
  /** What its triggers and foreign keys took beside it. */
  readonly triggers: readonly { readonly name: string; readonly ms: number }[]
}

type PlanNode = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string | undefined
  readonly 'Actual Rows'?: number | undefined
  readonly 'Actual Loops'?: number | undefined
  readonly 'Rows Removed by Filter'?: number | undefined
  readonly 'Actual Total Time'?: number | undefined
  readonly Plans?: readonly PlanNode[] | undefined
}

const nodeSchema: z.ZodType<PlanNode> = z.lazy(() =>
  z.looseObject({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Actual Rows': z.number().optional(),
    'Actual Loops': z.number().optional(),
    'Rows Removed by Filter': z.number().optional(),
    'Actual Total Time': z.number().optional(),
    Plans: z.array(nodeSchema).optional(),
  }),
)
const triggerSchema = z
  .object({
    'Trigger Name': z.string().optional(),
    'Constraint Name': z.string().optional(),
    Time: z.number(),
  })
  .transform((row) => ({
    name: row['Constraint Name'] ?? row['Trigger Name'] ?? '',
    ms: row.Time,
  }))
const planSchema = z.object({
  'Query Text': z.string(),
  Plan: nodeSchema,
  Triggers: z.array(triggerSchema).default([]),
})

/**
 * A session that hears of the plans of what it runs. Its functions' own settings hold.
 *
 * @param leastMs shorter statements are left out, such as the checks of foreign keys, one a row
 */
export async function explainNested(
  database: FreshDatabase,
  run: (sql: postgres.Sql) => Promise<unknown>,
  leastMs = 0,
): Promise<Statement[]> {
  const { port, passwords } = inject('cluster')
  const statements: Statement[] = []
  const address = { user: 'supabase_admin', password: passwords.supabaseAdmin, port }
  const sql = postgres(toDatabaseUrl({ ...address, database: database.name }), {
    max: 1,
    onnotice: (notice) => {
      const json = /plan:\n([\s\S]*)$/.exec(notice['message'] ?? '')?.[1]
      if (json !== undefined) statements.push(toStatement(planSchema.parse(JSON.parse(json))))
    },
  })
  try {
    await sql`load 'auto_explain'`
    await sql.unsafe(`
      set auto_explain.log_min_duration = ${leastMs}; set auto_explain.log_nested_statements = on;
      set auto_explain.log_analyze = on; set auto_explain.log_timing = on;
      set auto_explain.log_triggers = on;
      set auto_explain.log_format = json; set auto_explain.log_level = warning`)
    await run(sql)
  } finally {
    await sql.end()
  }
  return statements
}

function toStatement(explained: z.infer<typeof planSchema>): Statement {
  const { 'Query Text': text, Plan: plan, Triggers: triggers } = explained
  return {
    triggers,
    text: text.replaceAll(/\s+/g, ' ').trim(),
    ms: plan['Actual Total Time'] ?? 0,
    scans: scansOf(plan),
  }
}

function scansOf(node: PlanNode): Scan[] {
  const looked = (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)
  const table = node['Relation Name']
  const own =
    node['Node Type'] === 'Seq Scan' && table !== undefined
      ? [{ table, rows: looked * (node['Actual Loops'] ?? 1) }]
      : []
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)]
}
