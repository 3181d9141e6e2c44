/** What our functions do for named sessions, where the backend doesn't have them. */
import { z } from 'zod'
import type { BackendClient } from '../client.ts'
import type { BackendTable } from '../upkeep.ts'
import { unwrapBackend } from '../backend-error.ts'
import { chatIds, rowsOf, ROWS_A_PAGE, sessionKey, tableOf, toChunks } from './table-rows.ts'

/** Every table that names sessions; session_info last, since others may refer to it. */
const NAMING = [
  'chat_history',
  'call_info',
  'session_objective_events',
  'numbers',
  'campaigns',
  'session_info',
] as const satisfies readonly BackendTable[]

const namedRow = z.object({ session_id: z.string() })
const infoRow = namedRow.extend({
  session_status: z.string().nullable(),
  next_reminder_at: z.string().nullable(),
})

function idsIn(table: BackendTable, keys: readonly string[]): string[] {
  return table === 'chat_history' ? chatIds(keys) : [...keys]
}

/** Which of these sessions any table names. @throws AppError */
export async function listExistingPlainly(
  client: BackendClient,
  sessions: readonly string[],
): Promise<ReadonlySet<string>> {
  const existing = new Set<string>()
  for (const chunk of toChunks([...new Set(sessions)])) {
    for (const table of NAMING) {
      let open = chunk.filter((key) => !existing.has(key))
      while (open.length > 0) {
        const answer = await tableOf(client, table)
          .select('session_id')
          .in('session_id', idsIn(table, open))
          .limit(ROWS_A_PAGE)
        const rows = rowsOf(answer, namedRow)
        for (const row of rows) existing.add(sessionKey(row.session_id))
        // A full page may be of a few long chats: the others are asked for again.
        open = rows.length < ROWS_A_PAGE ? [] : open.filter((key) => !existing.has(key))
      }
    }
  }
  return existing
}

/** Ends conversations, as `rollcall_complete_sessions` does. @throws AppError */
export async function completePlainly(client: BackendClient, sessions: readonly string[]) {
  const completed: string[] = []
  const unchanged: string[] = []
  const missing: string[] = []
  for (const chunk of toChunks([...new Set(sessions)])) {
    const infos = () => tableOf(client, 'session_info')
    const answer = await infos()
      .select('session_id, session_status, next_reminder_at')
      .in('session_id', chunk)
    const rows = rowsOf(answer, infoRow)
    const isActive = (row: z.infer<typeof infoRow>) => (row.session_status ?? 'active') === 'active'
    const active = rows.filter(isActive).map((row) => row.session_id)
    const ended = rows.filter((row) => !isActive(row))
    const reminded = ended.filter((row) => row.next_reminder_at !== null)
    if (active.length > 0) {
      const change = { session_status: 'completed', next_reminder_at: null }
      unwrapBackend(await infos().update(change).in('session_id', active))
    }
    if (reminded.length > 0) {
      const ids = reminded.map((row) => row.session_id)
      unwrapBackend(await infos().update({ next_reminder_at: null }).in('session_id', ids))
    }
    completed.push(...active, ...reminded.map((row) => row.session_id))
    unchanged.push(...ended.filter((row) => !reminded.includes(row)).map((row) => row.session_id))
    const known = new Set(rows.map((row) => row.session_id))
    missing.push(...chunk.filter((key) => !known.has(key)))
  }
  return { completed, unchanged, missing }
}

/** Deletes every row of these sessions. @returns rows deleted, by table @throws AppError */
export async function erasePlainly(
  client: BackendClient,
  sessions: readonly string[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = Object.fromEntries(NAMING.map((table) => [table, 0]))
  for (const chunk of toChunks([...new Set(sessions)])) {
    for (const table of NAMING) {
      const answer = await tableOf(client, table)
        .delete({ count: 'exact' })
        .in('session_id', idsIn(table, chunk))
      unwrapBackend(answer)
      counts[table] = (counts[table] ?? 0) + (answer.count ?? 0)
    }
  }
  return counts
}
