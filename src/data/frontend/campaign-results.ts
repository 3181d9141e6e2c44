/** What a campaign found out: how often each value was answered, objective by objective. */
import { z } from 'zod'
import { audienceSourceSchema, type AudienceSource } from '../audience-source.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const objectiveSchema = z.object({
  key: z.string(),
  /** Null for what nobody asked for in this campaign. */
  name: z.string().nullable(),
  goalType: z.enum(['text', 'number', 'boolean']).nullable(),
  /** Recipients with any answer. */
  answered: z.number(),
  /** The most frequent values; a boolean's are `true` and `false`. */
  values: z.array(z.object({ value: z.string(), count: z.number() })),
})
export type ObjectiveResult = z.infer<typeof objectiveSchema>

const resultsSchema = z.object({
  /** Recipients whom the agents have. */
  reached: z.number(),
  objectives: z.array(objectiveSchema),
})
export type CampaignResults = z.infer<typeof resultsSchema>

/** The answers of a campaign's recipients, counted. */
export async function getCampaignResults(
  client: FrontendClient,
  campaignId: string,
): Promise<CampaignResults> {
  return resultsSchema.parse(
    unwrap(await client.rpc('campaign_results', { p_campaign: campaignId })),
  )
}

/** Where the campaign's people come from, as its launch froze them; before it nobody is counted. */
export async function getCampaignSources(
  client: FrontendClient,
  campaignId: string,
): Promise<readonly AudienceSource[]> {
  const answer = unwrap(await client.rpc('campaign_sources', { p_campaign: campaignId }))
  return z.array(audienceSourceSchema).parse(answer)
}
