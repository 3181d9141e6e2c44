/** What the frontend shows of a recipient after the sync. */
import type postgres from 'postgres'

/** A connection, or a transaction of one. */
type Reader = postgres.Sql | postgres.TransactionSql

export type SeenRecipient = {
  readonly status: string
  readonly contested_status: string | null
  readonly status_trace: Record<string, unknown> | null
  readonly delivery_state: string
  readonly call_status: string
  readonly available_to_work: string
  readonly interested: string
  readonly candidate_id: string | null
}

export async function seeRecipient(sql: Reader, id: string): Promise<SeenRecipient> {
  const [row] = await sql<SeenRecipient[]>`
    select status, contested_status, status_trace, delivery_state, call_status, available_to_work,
      interested, candidate_id
    from public.campaign_candidates where id = ${id}`
  if (row === undefined) throw new Error('no such recipient')
  return row
}

export type SeenCard = {
  readonly id: string
  readonly status: string
  readonly status_set_by: string
  readonly proposed_status: string | null
  readonly suggested_status: string | null
  readonly version: number
}

/** The card behind a recipient, or null. */
export async function seeCard(sql: Reader, recipientId: string): Promise<SeenCard | null> {
  const [row] = await sql<SeenCard[]>`
    select c.id, c.status, c.status_set_by, c.proposed_status, c.suggested_status, c.version
    from public.candidates c join public.campaign_candidates r on r.candidate_id = c.id
    where r.id = ${recipientId}`
  return row ?? null
}

/** The recipient's history: what it changed to, oldest first. */
export async function seeHistory(sql: Reader, recipientId: string): Promise<string[]> {
  const rows = await sql<{ to_status: string }[]>`
    select to_status from public.status_events where recipient_id = ${recipientId} order by id`
  return rows.map((row) => row.to_status)
}

export type SeenIssue = { readonly kind: string; readonly item: string; readonly state: string }

export async function seeIssues(sql: Reader, session: string): Promise<SeenIssue[]> {
  return sql<SeenIssue[]>`
    select kind, item, state from public.sync_issues where session_id = ${session}
    order by kind, item`
}

/** Which recipient the session belongs to, and by what. */
export async function seeMatch(sql: Reader, session: string) {
  const [row] = await sql<{ recipient_id: string | null; matched_by: string }[]>`
    select recipient_id, matched_by from public.session_evidence where session_id = ${session}`
  return row ?? null
}
