/** The lists behind each number of what waits for a person: of all of them, and at one place. */
import type { Needs } from '../../data/frontend/dashboard.ts'
import { paths } from '../../lib/paths.ts'

export type NeedKey = keyof Needs

type NeedLink = {
  readonly all: string
  /** Where it is best dealt with; none where there are no places. */
  readonly place?: (id: string) => string
}

export const NEED_LINKS: Readonly<Record<NeedKey, NeedLink>> = {
  interested: {
    all: paths.behind('new-interest'),
    place: (jobId) => paths.job(jobId, { show: 'new', column: 'interested' }),
  },
  suggested: {
    all: paths.behind('suggested'),
    place: (jobId) => paths.job(jobId, { show: 'suggested' }),
  },
  followUps: {
    all: paths.behind('follow-ups'),
    place: (jobId) => paths.job(jobId, { show: 'due' }),
  },
  waiting: {
    all: paths.inbox({ view: 'waiting' }),
    place: (campaign) => paths.inbox({ view: 'waiting', campaign }),
  },
  failed: {
    all: paths.behind('failed'),
    place: (campaignId) => paths.campaign(campaignId, { delivery: 'failed' }),
  },
  doubtful: {
    all: paths.behind('doubtful'),
    place: (campaignId) => paths.campaign(campaignId, { reason: 'needs_decision' }),
  },
  unmatched: { all: paths.sync() },
}

/** The list behind a number: where there is but one place, the place itself. */
export function needHref(key: NeedKey, { places }: Needs[NeedKey]): string {
  const { all, place } = NEED_LINKS[key]
  const [first, second] = places
  return second === undefined && first !== undefined && place !== undefined ? place(first.id) : all
}
