/** What people and Rollcall did to a campaign. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const lineSchema = z.object({
  at: z.string(),
  /** As the audit log has it: launch, pause, resume, stop, retry, export, … */
  action: z.string(),
  /** Who did it; null where Rollcall did it by itself. */
  who: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})
export type TimelineLine = z.infer<typeof lineSchema>

/** The latest 200 things done to a campaign, latest first. */
export async function listCampaignTimeline(
  client: FrontendClient,
  campaignId: string,
): Promise<readonly TimelineLine[]> {
  const answer = unwrap(await client.rpc('campaign_timeline', { p_campaign: campaignId }))
  return z.array(lineSchema).parse(answer)
}
