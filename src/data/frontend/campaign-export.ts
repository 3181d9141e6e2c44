import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

/** Leaves a line in the audit log: so many recipients of a campaign were taken out as a file. */
export async function noteCampaignExport(
  client: FrontendClient,
  campaignId: string,
  rowCount: number,
): Promise<void> {
  const args = { p_campaign: campaignId, p_rows: rowCount }
  unwrap(await client.rpc('note_campaign_export', args))
}
