/** The list behind each number of what waits for a person. */
import type { Needs } from '../../data/frontend/dashboard.ts'
import { paths } from '../../lib/paths.ts'

export type NeedKey = keyof Needs

type NeedLink = {
  /** The list of all of them; a need without one is opened place by place. */
  readonly all?: string
  /** The list at one place. */
  readonly place?: (id: string) => string
}

export const NEED_LINKS: Readonly<Record<NeedKey, NeedLink>> = {
  interested: { place: (jobId) => paths.job(jobId, { show: 'new', column: 'interested' }) },
  suggested: { place: (jobId) => paths.job(jobId, { show: 'suggested' }) },
  followUps: { place: (jobId) => paths.job(jobId, { show: 'due' }) },
  waiting: {
    all: paths.inbox({ view: 'waiting' }),
    place: (campaign) => paths.inbox({ view: 'waiting', campaign }),
  },
  failed: { place: (campaignId) => paths.campaign(campaignId, { delivery: 'failed' }) },
  doubtful: { place: (campaignId) => paths.campaign(campaignId, { reason: 'needs_decision' }) },
  unmatched: { all: paths.sync() },
}
