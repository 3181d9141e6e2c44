/** What the dashboard reads, and the badges of the navigation. */
import { queryOptions } from '@tanstack/react-query'
import { type BehindFilter, listBehind } from '../../data/frontend/behind-figures.ts'
import { frontend } from '../../data/frontend/browser-client.ts'
import { listNeeds, listProgress } from '../../data/frontend/dashboard.ts'
import { getOfficeTrend } from '../../data/frontend/daily-statistics.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { campaignTrendsQuery } from '../../data/frontend/shared-queries.ts'

/** Figures move by the hundred while a campaign runs: read at this pace, not on every change. */
const PROGRESS_INTERVAL_MS = 20_000
const TREND_DAYS = 14
const NEEDS_INTERVAL_MS = 60_000

/** What waits for a person; the change feed refreshes it too. */
export function needsQuery(officeId: string | undefined) {
  return queryOptions({
    queryKey: queryKeys.needs(officeId),
    queryFn: () => listNeeds(frontend(), officeId),
    refetchInterval: NEEDS_INTERVAL_MS,
  })
}

/** One page of the rows behind a figure; the change feed refreshes them with what waits. */
export function behindQuery(filter: BehindFilter) {
  return queryOptions({
    queryKey: queryKeys.needs('behind', filter),
    queryFn: () => listBehind(frontend(), filter),
  })
}

/** Campaigns under way and jobs near their target. */
export function progressQuery(officeId: string | undefined) {
  return queryOptions({
    queryKey: queryKeys.progress(officeId),
    queryFn: () => listProgress(frontend(), officeId),
    refetchInterval: PROGRESS_INTERVAL_MS,
  })
}

/** How the last two weeks went; counted by the worker every few minutes. */
export function trendQuery(officeId: string | undefined) {
  return queryOptions({
    queryKey: queryKeys.progress(officeId, 'trend'),
    queryFn: () => getOfficeTrend(frontend(), officeId ?? null, TREND_DAYS),
    refetchInterval: NEEDS_INTERVAL_MS,
  })
}

/** How many became interested of late in these campaigns, kept up to date while one looks. */
export function watchedTrendsQuery(campaignIds: readonly string[]) {
  return { ...campaignTrendsQuery(campaignIds), refetchInterval: NEEDS_INTERVAL_MS }
}
