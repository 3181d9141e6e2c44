import { noteCampaignExport } from '../../../data/frontend/campaign-export.ts'
import type { Campaign } from '../../../data/frontend/campaigns.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import {
  listRecipients,
  type Recipient,
  type RecipientFilter,
} from '../../../data/frontend/recipients.ts'
import { toCsvText } from '../../../domain/dataset/csv-text.ts'
import { exportText } from '../../../ui/text/campaign-results.ts'
import { deliveryText } from '../../../ui/text/campaigns.ts'
import { deliveryReason } from '../delivery-reason.ts'

const ROWS_A_CALL = 1_000

function toCells(recipient: Recipient, statusName: (key: string) => string): readonly string[] {
  return [
    recipient.fullName,
    recipient.phone ?? recipient.mobile,
    recipient.email,
    deliveryText[recipient.deliveryState],
    deliveryReason(recipient)?.short ?? '',
    statusName(recipient.status),
    recipient.statusChangedAt,
    recipient.lastContactAt ?? '',
    String(recipient.messageCount),
    String(recipient.callCount),
    recipient.lastMessage ?? '',
  ]
}

/**
 * The recipients that a filter shows as a CSV file, in the order of the ledger. The export is noted
 * in the audit log before the file is handed out.
 */
export async function exportRecipients(
  campaign: Pick<Campaign, 'id'>,
  filter: RecipientFilter,
  board: readonly BoardColumn[],
): Promise<string> {
  const names = new Map(board.map(({ key, name }) => [key, name]))
  const found = new Map<string, Recipient>()
  for (let page = 0; ; page += 1) {
    const part = { ...filter, page, pageSize: ROWS_A_CALL, inLedgerOrder: true }
    const { items } = await listRecipients(frontend(), campaign.id, part)
    for (const recipient of items) found.set(recipient.id, recipient)
    if (items.length < ROWS_A_CALL) break
  }
  await noteCampaignExport(frontend(), campaign.id, found.size)
  const rows = [...found.values()].map((recipient) =>
    toCells(recipient, (key) => names.get(key) ?? key),
  )
  return toCsvText([Object.values(exportText.headers), ...rows])
}
