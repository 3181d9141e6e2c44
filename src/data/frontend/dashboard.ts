/** What waits for a person, and how campaigns and jobs go: the figures of the first page. */
import { z } from 'zod'
import { CAMPAIGN_STATES } from '../../domain/campaign/campaign-state.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const need = z
  .object({
    total: z.number(),
    /** The jobs or campaigns with the most, at most five. */
    places: z.array(z.object({ id: z.uuid(), name: z.string(), count: z.number() })),
  })
  .default({ total: 0, places: [] })

const needsSchema = z.object({
  /** Cards that automation moved to "interested" and nobody has touched since. */
  interested: need,
  /** Cards where the agent disagrees with a person. */
  suggested: need,
  /** Cards whose follow-up is due. */
  followUps: need,
  /** Conversations in which somebody waits for a person. */
  waiting: need,
  /** Recipients whose sending failed for good. */
  failed: need,
  /** Recipients of whom only a person may decide whether to send again. */
  doubtful: need,
  /** Records the sync could not match. */
  unmatched: need,
})
export type Needs = z.infer<typeof needsSchema>

const progressSchema = z.object({
  campaigns: z.object({
    total: z.number(),
    items: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        jobTitle: z.string(),
        state: z.enum(CAMPAIGN_STATES),
        planned: z.number(),
        sent: z.number(),
        /** How many recipients stand in each status. */
        statuses: z.record(z.string(), z.number()),
      }),
    ),
  }),
  jobs: z.object({
    total: z.number(),
    items: z.array(
      z.object({ id: z.uuid(), title: z.string(), target: z.number(), hired: z.number() }),
    ),
  }),
})
export type Progress = z.infer<typeof progressSchema>
export type CampaignProgress = Progress['campaigns']['items'][number]
export type JobProgress = Progress['jobs']['items'][number]

/** A function's parameter for the chosen office; left out it means all of one's own. */
function ofOffice(officeId: string | undefined) {
  return officeId === undefined ? {} : { p_office: officeId }
}

/** What waits for a person. @param officeId one office; undefined: all of one's own */
export async function listNeeds(
  client: FrontendClient,
  officeId: string | undefined,
): Promise<Needs> {
  return needsSchema.parse(unwrap(await client.rpc('list_needs', ofOffice(officeId))))
}

/** Campaigns under way and jobs near their target. @param officeId as above */
export async function listProgress(
  client: FrontendClient,
  officeId: string | undefined,
): Promise<Progress> {
  return progressSchema.parse(unwrap(await client.rpc('list_progress', ofOffice(officeId))))
}
