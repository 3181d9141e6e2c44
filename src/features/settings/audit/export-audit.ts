import { frontend } from '../../../data/frontend/browser-client.ts'
import {
  type AuditEntry,
  type AuditFilter,
  listAudit,
  noteAuditExport,
} from '../../../data/frontend/audit-log.ts'
import { toCsvText } from '../../../domain/dataset/csv-text.ts'
import { auditText } from '../../../ui/text/settings.ts'
import { actionWords } from './action-words.ts'

const ROWS_A_CALL = 1_000

/** What matches the filter as a CSV file, the latest first; no cell runs as a formula. */
export async function exportAudit(
  filter: AuditFilter,
  nameOf: (actorId: string | null) => string,
): Promise<string> {
  // By id, since lines that are written meanwhile push others onto the next page.
  const entries = new Map<number, AuditEntry>()
  for (let page = 0; ; page += 1) {
    const { items } = await listAudit(frontend(), { ...filter, page, pageSize: ROWS_A_CALL })
    for (const entry of items) entries.set(entry.id, entry)
    if (items.length < ROWS_A_CALL) break
  }
  await noteAuditExport(frontend(), entries.size)
  const rows = [...entries.values()].map((entry) => [
    entry.at,
    nameOf(entry.actorId),
    actionWords(entry.action),
    `${entry.entityType} ${entry.entityId ?? ''}`.trim(),
    JSON.stringify(entry.details),
  ])
  const { when, who, action, what, details } = auditText
  return toCsvText([[when, who, action, what, details], ...rows])
}
