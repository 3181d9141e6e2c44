/**
 * What several features read, as TanStack Query takes it. All that is kept under one key has one
 * shape, whoever asked first; who needs another shape of it gives `select`.
 */
import { frontend } from './browser-client.ts'
import { listCampaigns } from './campaign-summaries.ts'
import { getBoardCounts } from './cards.ts'
import { getCampaignTrends } from './daily-statistics.ts'
import { getJob, listColumns, listJobs } from './jobs.ts'
import { type Colleague, listColleagues } from './profile.ts'
import { queryKeys } from './query-keys.ts'
import { listSegments } from './segments.ts'

/** A job with its counts. */
export function jobQuery(jobId: string) {
  return { queryKey: queryKeys.job(jobId), queryFn: () => getJob(frontend(), jobId) }
}

/** Jobs to choose from, the newest first: the first page of what a search finds. */
export function jobChoicesQuery(search = '', officeId?: string) {
  return {
    queryKey: queryKeys.jobs('choices', search, officeId),
    queryFn: () => listJobs(frontend(), { search, officeId }),
  }
}

/** The columns of a board, in their order. */
export function columnsQuery(jobId: string) {
  return { queryKey: queryKeys.columns(jobId), queryFn: () => listColumns(frontend(), jobId) }
}

/** How many cards stand in each column, by its key; without any filter. */
export function boardCountsQuery(jobId: string) {
  return {
    queryKey: queryKeys.cards(jobId, 'counts'),
    queryFn: () => getBoardCounts(frontend(), jobId),
  }
}

/** Everybody with a profile, by name. */
export function colleaguesQuery() {
  return { queryKey: queryKeys.colleagues(), queryFn: () => listColleagues(frontend()) }
}

function toNames(colleagues: readonly Colleague[]): ReadonlyMap<string, string> {
  return new Map(colleagues.map(({ id, name }) => [id, name]))
}

/** Names of colleagues by their id, for who did what. */
export function colleagueNamesQuery() {
  return { ...colleaguesQuery(), select: toNames }
}

/** Saved segments of the list of people: one's own and one's offices'. No page fails without them. */
export function segmentsQuery() {
  return {
    queryKey: queryKeys.segments(),
    queryFn: () => listSegments(frontend()),
    throwOnError: false,
  }
}

/** Campaigns to choose from: the latest page of them. */
export function campaignChoicesQuery(officeId: string | undefined) {
  return {
    queryKey: queryKeys.campaigns('choices', officeId),
    queryFn: () => listCampaigns(frontend(), { officeId }),
  }
}

const toFilterChoices = ({ items }: Awaited<ReturnType<typeof listCampaigns>>) =>
  items.filter(({ state }) => state !== 'draft').map(({ id, name }) => ({ value: id, label: name }))

/** The same, less drafts, as a list's filter takes them; a list does without where they can't be had. */
export function campaignFilterQuery(officeId: string | undefined) {
  return { ...campaignChoicesQuery(officeId), select: toFilterChoices, throwOnError: false }
}

/** Drafts of an office, newest first. */
export function draftsQuery(officeId: string) {
  return {
    queryKey: queryKeys.campaigns('drafts', officeId),
    queryFn: () => listCampaigns(frontend(), { states: ['draft'], officeId }),
  }
}

/** How many became interested of late in these campaigns; no list waits for it or fails with it. */
export function campaignTrendsQuery(campaignIds: readonly string[]) {
  return {
    queryKey: queryKeys.campaigns('trends', campaignIds),
    queryFn: () => getCampaignTrends(frontend(), campaignIds),
    enabled: campaignIds.length > 0,
    throwOnError: false,
  }
}
