/** What a campaign cost, by the agency's own prices. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const costsSchema = z.object({
  conversations: z.number(),
  /** Every begun minute of each call. */
  callMinutes: z.number(),
  /** Who became interested or got further. */
  interested: z.number(),
  /** In whole units of the currency. */
  total: z.number(),
  /** ISO 4217. */
  currency: z.string(),
})
export type CampaignCosts = z.infer<typeof costsSchema>

/** An estimate from the prices in the settings; null where none are set. */
export async function getCampaignCosts(
  client: FrontendClient,
  campaignId: string,
): Promise<CampaignCosts | null> {
  const answer = unwrap(await client.rpc('campaign_costs', { p_campaign: campaignId }))
  return costsSchema.nullable().parse(answer)
}
