/** Counts what is there of the demo data, and all rows beside it. */
import type postgres from 'postgres'
import { demoRecordIds } from './frontend/tables.ts'
import { CHAT_MESSAGES, demoChatRows, withoutTime } from './load-backend.ts'

export type KindCount = {
  readonly kind: string
  /** How many the demo has. */
  readonly expected: number
  /** How many of these are there. */
  readonly demo: number
  /** All rows of the table. */
  readonly all: number
}

/** By kind, in the order they are reported; `expected` adds up to 129. */
export async function countFrontend(sql: postgres.ISql): Promise<KindCount[]> {
  const counts: KindCount[] = []
  for (const { kind, table, ids } of demoRecordIds()) {
    const [row] = await sql<{ demo: number; everything: number }[]>`
      select count(*) filter (where id = any (${ids}::uuid[]))::int as demo, count(*)::int as everything
      from ${sql('public.' + table)}`
    counts.push({ kind, expected: ids.length, demo: row?.demo ?? 0, all: row?.everything ?? 0 })
  }
  return counts
}

/** The chat messages; `expected` is 58. */
export async function countBackend(sql: postgres.ISql): Promise<KindCount[]> {
  const rows = demoChatRows(() => '')
  const [row] = await sql<{ demo: number; everything: number }[]>`
    select count(*) filter (where exists (
        select from public.chat_history present
        where present.session_id = fresh.item ->> 'session_id'
          and ${withoutTime(sql, sql`present.message`)} = ${withoutTime(sql, sql`(fresh.item -> 'message')`)}
      ))::int as demo,
      (select count(*) from public.chat_history)::int as everything
    from jsonb_array_elements(${sql.json(rows as never)}) as fresh (item)`
  const { demo = 0, everything = 0 } = row ?? {}
  return [{ kind: CHAT_MESSAGES, expected: rows.length, demo, all: everything }]
}
