/** The latest status changes in a campaign, whoever's. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const MOST_EVENTS = 50

const eventRow = z
  .object({
    id: z.number(),
    from_status: z.string().nullable(),
    to_status: z.string(),
    set_by: z.enum(['person', 'automation']),
    occurred_at: z.string(),
    campaign_candidates: z.object({ id: z.uuid(), forename: z.string(), surname: z.string() }),
  })
  .transform(({ campaign_candidates: recipient, ...row }) => ({
    id: row.id,
    recipientId: recipient.id,
    recipientName: `${recipient.forename} ${recipient.surname}`.trim(),
    fromStatus: row.from_status,
    toStatus: row.to_status,
    setBy: row.set_by,
    occurredAt: row.occurred_at,
  }))
export type CampaignEvent = z.infer<typeof eventRow>

/** The 50 latest changes of recipients' statuses in a campaign, newest first. */
export async function listCampaignEvents(
  client: FrontendClient,
  campaignId: string,
): Promise<readonly CampaignEvent[]> {
  const rows = unwrap(
    await client
      .from('status_events')
      .select(
        'id, from_status, to_status, set_by, occurred_at, campaign_candidates!inner(id, forename, surname)',
      )
      .eq('campaign_candidates.campaign_id', campaignId)
      .order('id', { ascending: false })
      .limit(MOST_EVENTS),
  )
  return z.array(eventRow).parse(rows)
}
