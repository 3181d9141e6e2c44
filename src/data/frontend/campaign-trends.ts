/** How many became interested, day by day. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

/** By campaign: newly interested people on each of the last 14 days, oldest first. */
export type CampaignTrends = Readonly<Record<string, readonly number[]>>

/** The trends of these campaigns, as far as they can be seen. */
export async function getCampaignTrends(
  client: FrontendClient,
  campaignIds: readonly string[],
): Promise<CampaignTrends> {
  const answer = unwrap(await client.rpc('campaign_trends', { p_campaigns: [...campaignIds] }))
  return z.record(z.string(), z.array(z.number())).parse(answer)
}
