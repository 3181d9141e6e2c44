/** Where everybody of a campaign is, from one snapshot. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const count = z.number()
/** How many, by the code of the reason. */
const byCode = z.record(z.string(), z.number())

/** planned = sent + held + excluded + failed + waiting; sent = confirmed + unconfirmed. */
const accountingSchema = z.object({
  planned: count,
  sent: count,
  confirmed: count,
  unconfirmed: count,
  /** Of the unconfirmed: the agents' side took them, and their sessions are not seen yet. */
  acknowledged: count,
  /** Of the unconfirmed: only a person may decide to send them again. */
  needsDecision: count,
  /** Of the confirmed: no conversation was seen, and a person decided that they were contacted. */
  takenAsSent: count.default(0),
  held: count,
  excluded: count,
  failed: count,
  /** Waiting and being sent. */
  waiting: count,
  sending: count,
  exclusions: byCode,
  holds: byCode,
  failures: byCode,
  doubts: byCode,
  /** Batches by state. */
  batches: byCode,
  /** Whether anything was ever sent, even where all of them wait again. */
  posted: z.boolean().default(true),
  /** When the outbox tries again; null where nothing waits. */
  nextAttemptAt: z.string().nullable(),
  /** Code of the last answer that made it wait. */
  lastCode: z.string().nullable(),
  /** When the first of those held may be sent. */
  heldUntil: z.string().nullable().default(null),
  /** Why an admin paused all sending; null while it is on. */
  sendingPaused: z.string().nullable().default(null),
  /** When the numbers were counted. */
  at: z.string(),
})
export type CampaignAccounting = z.infer<typeof accountingSchema>

/** A campaign's deliveries with their reasons. */
export async function getCampaignAccounting(
  client: FrontendClient,
  campaignId: string,
): Promise<CampaignAccounting> {
  const answer = await client.rpc('campaign_accounting', { p_campaign: campaignId })
  return accountingSchema.parse(unwrap(answer))
}
