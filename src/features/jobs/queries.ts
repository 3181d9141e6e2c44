/** What the job pages read. Keys nest under the job's, so that the change feed refreshes them. */
import { queryOptions } from '@tanstack/react-query'
import { frontend } from '../../data/frontend/browser-client.ts'
import { type CardFilter, listCards } from '../../data/frontend/cards.ts'
import { listBoardTags } from '../../data/frontend/board-changes.ts'
import { listStatusEvents } from '../../data/frontend/conversation.ts'
import { type JobFilter, listJobs } from '../../data/frontend/jobs.ts'
import type { Colleague } from '../../data/frontend/profile.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { colleaguesQuery } from '../../data/frontend/shared-queries.ts'

/** One page of jobs with their counts; `page` counts from 0. */
export function jobsQuery(filter: JobFilter) {
  return queryOptions({
    queryKey: queryKeys.jobs(filter),
    queryFn: () => listJobs(frontend(), filter),
  })
}

/** What narrows a board down. */
export type BoardFilter = Pick<
  CardFilter,
  'search' | 'newInterest' | 'suggested' | 'assignedTo' | 'tag' | 'dueBy'
>

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

function toActive(colleagues: readonly Colleague[]): readonly Colleague[] {
  return colleagues.filter(({ active }) => active)
}

/** Colleagues to whom somebody can be assigned. */
export function activeColleaguesQuery() {
  return { ...colleaguesQuery(), select: toActive }
}
