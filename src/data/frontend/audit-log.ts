/** Who did what: for admins. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { PAGE_SIZE, pageRange, type Page } from './page.ts'

const auditRow = z
  .object({
    id: z.number(),
    actor_id: z.uuid().nullable(),
    action: z.string(),
    entity_type: z.string(),
    entity_id: z.string().nullable(),
    office_id: z.uuid().nullable(),
    details: z.record(z.string(), z.unknown()),
    occurred_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    actorId: row.actor_id,
    action: row.action,
    entityType: row.entity_type,
    entityId: row.entity_id,
    officeId: row.office_id,
    details: row.details,
    at: row.occurred_at,
  }))
export type AuditEntry = z.infer<typeof auditRow>

export type AuditFilter = {
  /** '' for everybody. */
  readonly actorId: string
  readonly action: string
  readonly entityType: string
  /** Days as YYYY-MM-DD, in UTC; '' for open. */
  readonly from: string
  readonly to: string
  /** Counted from 0. */
  readonly page: number
  readonly pageSize?: number
}

const COLUMNS = 'id, actor_id, action, entity_type, entity_id, office_id, details, occurred_at'

/** The latest first. */
export async function listAudit(
  client: FrontendClient,
  filter: AuditFilter,
): Promise<Page<AuditEntry>> {
  let query = client.from('audit_log').select(COLUMNS, { count: 'estimated' })
  if (filter.actorId !== '') query = query.eq('actor_id', filter.actorId)
  if (filter.action !== '') query = query.eq('action', filter.action)
  if (filter.entityType !== '') query = query.eq('entity_type', filter.entityType)
  if (filter.from !== '') query = query.gte('occurred_at', `${filter.from}T00:00:00Z`)
  if (filter.to !== '') query = query.lte('occurred_at', `${filter.to}T23:59:59.999Z`)
  const answer = await query
    .order('id', { ascending: false })
    .range(...pageRange(filter.page, filter.pageSize ?? PAGE_SIZE))
  return { items: z.array(auditRow).parse(unwrap(answer)), total: answer.count ?? 0 }
}

/** Leaves an entry of the export itself. */
export async function noteAuditExport(client: FrontendClient, rows: number): Promise<void> {
  unwrap(await client.rpc('note_audit_export', { p_rows: rows }))
}
