/** What happened day by day, for trends: counted by the worker every few minutes, never by the browser. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const daySchema = z.object({
  /** As `2026-09-01`, in the office's time zone. */
  day: z.iso.date(),
  contacted: z.number(),
  /** Inbound messages. */
  replies: z.number(),
  /** Recipients who wrote for the first time. */
  repliers: z.number(),
  calls: z.number(),
  /** Calls that a person answered. */
  callsAnswered: z.number(),
  /** Recipients who became interested, or came further at once, for the first time. */
  interested: z.number(),
  // Recipients who came to the status for the first time.
  interviews: z.number(),
  hired: z.number(),
  startedWork: z.number(),
  rejected: z.number(),
})
export type DailyStatistics = z.infer<typeof daySchema>

const trendSchema = z.object({
  /** When these were counted; what came since is not among them. Null before the first count. */
  refreshedAt: z.string().nullable(),
  /** Every day, oldest first, with zeros where nothing happened. */
  days: z.array(daySchema),
})
export type Trend = z.infer<typeof trendSchema>

/** The last days of these campaigns by their ids, as far as they can be seen: up to today, or to their end. */
export async function getCampaignTrends(
  client: FrontendClient,
  campaignIds: readonly string[],
  days = 14,
): Promise<Readonly<Record<string, Trend>>> {
  const args = { p_campaigns: [...campaignIds], p_days: days }
  return z.record(z.string(), trendSchema).parse(unwrap(await client.rpc('campaign_trends', args)))
}

/** The last days of one office, or of all that the asker sees. */
export async function getOfficeTrend(
  client: FrontendClient,
  officeId: string | null = null,
  days = 30,
): Promise<Trend> {
  const args = { ...(officeId === null ? {} : { p_office: officeId }), p_days: days }
  return trendSchema.parse(unwrap(await client.rpc('office_trend', args)))
}
