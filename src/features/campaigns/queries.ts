/** What the campaign pages read. Keys nest under the campaign's, so that the change feed refreshes them. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { bridge } from '../../data/bridge/browser-client.ts'
import { previewLaunch } from '../../data/bridge/campaign-actions.ts'
import { countActiveConversations } from '../../data/frontend/active-conversations.ts'
import {
  findAudiencePeople,
  listAudiencePeople,
  listExcludedPeople,
  listSharedNumbers,
} from '../../data/frontend/audience-people.ts'
import { getCampaignCosts } from '../../data/frontend/campaign-costs.ts'
import { getCampaignResults, getCampaignSources } from '../../data/frontend/campaign-results.ts'
import { listCampaignTimeline } from '../../data/frontend/campaign-timeline.ts'
import { getRecipientDelivery } from '../../data/frontend/recipient-delivery.ts'
import { getCampaignAccounting } from '../../data/frontend/campaign-accounting.ts'
import { listCampaignEvents } from '../../data/frontend/campaign-events.ts'
import { getDraft } from '../../data/frontend/campaign-drafts.ts'
import {
  type CampaignFilter,
  getCampaignSummary,
  listCampaigns,
} from '../../data/frontend/campaign-summaries.ts'
import { getCampaign } from '../../data/frontend/campaigns.ts'
import { listDatasets } from '../../data/frontend/datasets.ts'
import { frontend } from '../../data/frontend/browser-client.ts'
import { findLaunch, listBatches } from '../../data/frontend/launches.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { listRecipients, type RecipientFilter } from '../../data/frontend/recipients.ts'
import { getSegmentSize } from '../../data/frontend/segments.ts'

/** How often the numbers of a campaign that is being sent are read again. */
const SENDING_INTERVAL_MS = 4_000

/** One page of campaigns with their numbers; `page` counts from 0. */
export function campaignsQuery(filter: CampaignFilter) {
  return queryOptions({
    queryKey: queryKeys.campaigns(filter),
    queryFn: () => listCampaigns(frontend(), filter),
  })
}

/** Pools of an office, for choosing some; the first page of them. */
export function poolChoicesQuery(search: string, officeId: string) {
  return queryOptions({
    queryKey: queryKeys.datasets('choices', search, officeId),
    queryFn: () => listDatasets(frontend(), { search, officeId }),
    placeholderData: keepPreviousData,
  })
}

/** What a launch would do now, and the exact body it would post. Asked anew on each visit. */
export function previewQuery(campaignId: string) {
  return queryOptions({
    queryKey: queryKeys.preview(campaignId),
    queryFn: () => previewLaunch(bridge(), campaignId),
    staleTime: 0,
    gcTime: 0,
  })
}

/** A campaign as it was written. */
export function campaignQuery(campaignId: string) {
  return queryOptions({
    queryKey: queryKeys.campaign(campaignId),
    queryFn: () => getCampaign(frontend(), campaignId),
  })
}

/** A campaign's live numbers; read often while something is on its way. */
export function campaignSummaryQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'summary'] as const,
    queryFn: () => getCampaignSummary(frontend(), campaignId),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'running' && data.waiting + data.unconfirmed > 0
        ? SENDING_INTERVAL_MS
        : false,
  })
}

/** Where everybody is, with reasons; read often while something is on its way. */
export function accountingQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'accounting'] as const,
    queryFn: () => getCampaignAccounting(frontend(), campaignId),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.waiting + data.unconfirmed - data.needsDecision > 0
        ? SENDING_INTERVAL_MS
        : false,
  })
}

/** How many conversations go on; counted anew whenever it is asked. */
export function activeConversationsQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'active-conversations'] as const,
    queryFn: () => countActiveConversations(frontend(), campaignId),
    staleTime: 0,
    throwOnError: false,
  })
}

/** A campaign with its targets and matrices. */
export function draftQuery(campaignId: string) {
  return queryOptions({
    queryKey: queryKeys.campaignParts(campaignId),
    queryFn: () => getDraft(frontend(), campaignId),
  })
}

/** A campaign's launch; null before it. */
export function launchQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'launch'] as const,
    queryFn: () => findLaunch(frontend(), campaignId),
  })
}

/** A launch's batches; read often while one of them is not settled. */
export function batchesQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'batches'] as const,
    queryFn: () => listBatches(frontend(), campaignId),
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => !['confirmed', 'failed', 'closed'].includes(state)) === true
        ? SENDING_INTERVAL_MS
        : false,
  })
}

/** One page of a campaign's recipients; `page` counts from 0. */
export function recipientsQuery(campaignId: string, filter: RecipientFilter) {
  return queryOptions({
    queryKey: queryKeys.recipients(campaignId, filter),
    queryFn: () => listRecipients(frontend(), campaignId, filter),
  })
}

/** The latest status changes in a campaign. */
export function campaignEventsQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'events'] as const,
    queryFn: () => listCampaignEvents(frontend(), campaignId),
  })
}

/** What was found out; its key nests under the campaign's, so answers that come in refresh it. */
export function campaignResultsQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'results'] as const,
    queryFn: () => getCampaignResults(frontend(), campaignId),
  })
}

/** Where its people come from. */
export function campaignSourcesQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'sources'] as const,
    queryFn: () => getCampaignSources(frontend(), campaignId),
  })
}

/** What it cost about; the page shows nothing where it can't be read. */
export function campaignCostsQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'costs'] as const,
    queryFn: () => getCampaignCosts(frontend(), campaignId),
    throwOnError: false,
  })
}

/** What was done to the campaign, by whom. */
export function campaignTimelineQuery(campaignId: string) {
  return queryOptions({
    queryKey: [...queryKeys.campaign(campaignId), 'timeline'] as const,
    queryFn: () => listCampaignTimeline(frontend(), campaignId),
  })
}

/** What was sent for one recipient. */
export function recipientDeliveryQuery(recipientId: string) {
  return queryOptions({
    queryKey: [...queryKeys.recipient(recipientId), 'delivery'] as const,
    queryFn: () => getRecipientDelivery(frontend(), recipientId),
  })
}

/** People of the campaign's office by name or number. */
export function foundPeopleQuery(campaignId: string, search: string) {
  return queryOptions({
    queryKey: queryKeys.preview(campaignId, 'found', search),
    queryFn: () => findAudiencePeople(frontend(), campaignId, search),
    enabled: search.trim() !== '',
    placeholderData: keepPreviousData,
  })
}

/** How many people a segment finds for a campaign; null where it is not there for it any more. */
export function segmentSizeQuery(campaignId: string, segmentId: string) {
  return queryOptions({
    queryKey: [...queryKeys.segments(), 'size', campaignId, segmentId] as const,
    queryFn: () => getSegmentSize(frontend(), campaignId, segmentId),
    throwOnError: false,
  })
}

/** Who stands behind the ids of an audience. */
export function audiencePeopleQuery(campaignId: string, personIds: readonly string[]) {
  return queryOptions({
    queryKey: queryKeys.preview(campaignId, 'people', personIds),
    queryFn: () => listAudiencePeople(frontend(), campaignId, personIds),
    enabled: personIds.length > 0,
    placeholderData: keepPreviousData,
  })
}

/** One page of those a launch would leave out for a reason; `page` counts from 0. */
export function excludedPeopleQuery(
  campaignId: string,
  hash: string,
  reason: string,
  page: number,
) {
  return queryOptions({
    queryKey: queryKeys.preview(campaignId, 'excluded', hash, reason, page),
    queryFn: () => listExcludedPeople(frontend(), campaignId, { reason, page }),
    placeholderData: keepPreviousData,
  })
}

/** One page of the numbers that several people of the audience have. */
export function sharedNumbersQuery(campaignId: string, hash: string, page: number) {
  return queryOptions({
    queryKey: queryKeys.preview(campaignId, 'shared', hash, page),
    queryFn: () => listSharedNumbers(frontend(), campaignId, page),
    placeholderData: keepPreviousData,
  })
}
