/** What the job pages read. Keys nest under the job's, so that the change feed refreshes them. */
import { queryOptions } from '@tanstack/react-query'
import { frontend } from '../../data/frontend/browser-client.ts'
import { type CardFilter, getBoardCounts, listCards } from '../../data/frontend/cards.ts'
import { listBoardTags } from '../../data/frontend/board-changes.ts'
import { listStatusEvents } from '../../data/frontend/conversation.ts'
import { getJob, type JobFilter, listColumns, listJobs } from '../../data/frontend/jobs.ts'
import { listColleagues } from '../../data/frontend/profile.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'

/** One page of jobs with their counts; `page` counts from 0. */
export function jobsQuery(filter: JobFilter) {
  return queryOptions({
    queryKey: queryKeys.jobs(filter),
    queryFn: () => listJobs(frontend(), filter),
  })
}

export function jobQuery(jobId: string) {
  return queryOptions({
    queryKey: queryKeys.job(jobId),
    queryFn: () => getJob(frontend(), jobId),
  })
}

export function columnsQuery(jobId: string) {
  return queryOptions({
    queryKey: queryKeys.columns(jobId),
    queryFn: () => listColumns(frontend(), jobId),
  })
}

/** How many cards stand in each column, by its key; without any filter. */
export function boardCountsQuery(jobId: string) {
  return queryOptions({
    queryKey: queryKeys.cards(jobId, 'counts'),
    queryFn: () => getBoardCounts(frontend(), jobId),
  })
}

/** What narrows a board down. */
export type BoardFilter = Pick<CardFilter, 'search' | 'suggested' | 'assignedTo' | 'tag' | 'dueBy'>

/** One page of a column's cards; `page` counts from 0. */
export function cardPageQuery(jobId: string, status: string, filter: BoardFilter, page: number) {
  return queryOptions({
    queryKey: queryKeys.cards(jobId, 'page', status, filter, page),
    queryFn: async () => ({
      page,
      ...(await listCards(frontend(), jobId, { ...filter, status, page })),
    }),
  })
}

/** The status history of a card, newest first. */
export function cardEventsQuery(candidateId: string) {
  return queryOptions({
    queryKey: queryKeys.cardEvents(candidateId),
    queryFn: () => listStatusEvents(frontend(), { candidateId }),
  })
}

/** The tags in use on a board. */
export function boardTagsQuery(jobId: string) {
  return queryOptions({
    queryKey: queryKeys.cards(jobId, 'tags'),
    queryFn: () => listBoardTags(frontend(), jobId),
  })
}

/** Names of colleagues by their id. */
export function colleaguesQuery() {
  return queryOptions({
    queryKey: queryKeys.colleagues(),
    queryFn: async () =>
      new Map((await listColleagues(frontend())).map(({ id, name }) => [id, name])),
  })
}

/** Colleagues to whom somebody can be assigned. */
export function activeColleaguesQuery() {
  return queryOptions({
    queryKey: [...queryKeys.colleagues(), 'active'],
    queryFn: async () => (await listColleagues(frontend())).filter(({ active }) => active),
  })
}
