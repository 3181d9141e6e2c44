/** The state of the sync, its button, and what it set aside. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { bridge } from '../../data/bridge/browser-client.ts'
import {
  getSyncState,
  previewSync,
  setSyncPaused,
  syncNow,
} from '../../data/bridge/sync-actions.ts'
import { frontend } from '../../data/frontend/browser-client.ts'
import {
  type Alike,
  type IssueEntry,
  listAlikeIssues,
  listIssueEntries,
  listPutAside,
  putAsideAlike,
  takeBackAlike,
} from '../../data/frontend/issue-entries.ts'
import { PAGE_SIZE } from '../../data/frontend/page.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import {
  dismissIssue,
  dismissIssues,
  findRecipients,
  resolveIssue,
  describeIssues,
  suggestRecipients,
} from '../../data/frontend/sync-issues.ts'
import { listSyncRuns, type RunFilter } from '../../data/frontend/sync-runs.ts'
import { offerUndo } from '../../ui/feedback/undo.ts'
import { syncText } from '../../ui/text/sync.ts'

/** The pill's figures are read so often while someone looks. */
const STATE_INTERVAL_MS = 15_000

export const syncStateQuery = queryOptions({
  queryKey: queryKeys.syncState(),
  queryFn: () => getSyncState(bridge()),
  refetchInterval: STATE_INTERVAL_MS,
  throwOnError: false, // the pill says it
})

/** @param kind one kind of record; '' for all */
export function issuesQuery(page: number, kind = '') {
  return queryOptions({
    queryKey: queryKeys.syncIssues(page, kind),
    queryFn: () => listIssueEntries(frontend(), page, kind),
    placeholderData: keepPreviousData,
  })
}

/** Each of the records that are alike, page after page. */
export function alikeQuery(alike: Alike) {
  return infiniteQueryOptions({
    queryKey: queryKeys.syncIssues('alike', alike),
    queryFn: ({ pageParam }) => listAlikeIssues(frontend(), alike, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) =>
      pages.length * PAGE_SIZE < total ? pages.length : undefined,
    throwOnError: false, // said where the records would be
  })
}

export const putAsideQuery = queryOptions({
  queryKey: queryKeys.syncIssues('put-aside'),
  queryFn: () => listPutAside(frontend()),
  throwOnError: false, // the queue stands without it
})

/** What is known of the conversations on a page of the queue. */
export function issueStoriesQuery(issueIds: readonly string[]) {
  return queryOptions({
    queryKey: queryKeys.syncIssues('stories', issueIds),
    queryFn: () => describeIssues(frontend(), issueIds),
    enabled: issueIds.length > 0,
    placeholderData: keepPreviousData,
    throwOnError: false, // the rows stand without them
  })
}

/** Recipients by name or number, from two letters on. */
export function recipientSearchQuery(search: string) {
  return queryOptions({
    queryKey: ['recipient-search', search] as const,
    queryFn: () => findRecipients(frontend(), search),
    enabled: search.trim().length >= 2,
    placeholderData: keepPreviousData,
    throwOnError: false,
  })
}

/** Presses Sync. The rows it changed come by the change feed; its own figures are read at once. */
export function useSyncNow() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => syncNow(bridge()),
    onSettled: async (report) => {
      await client.invalidateQueries({ queryKey: queryKeys.syncState() })
      await client.invalidateQueries({ queryKey: queryKeys.syncRuns() })
      if (report !== undefined && report.read > 0) await client.invalidateQueries()
    },
  })
}

/** Links a conversation to a recipient by a person’s word. */
export function useResolveIssue() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      issueId,
      recipientId,
    }: {
      readonly issueId: string
      readonly recipientId: string
    }) => resolveIssue(frontend(), issueId, recipientId),
    onSuccess: () => client.invalidateQueries(),
    meta: { done: syncText.linked },
  })
}

/** Reads anew what waits, and how much of it the frame around the page names. */
async function refreshQueue(client: QueryClient): Promise<void> {
  await Promise.all(
    [queryKeys.syncIssues(), queryKeys.needs()].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  )
}

/** Puts a record aside. */
export function useDismissIssue() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (issueId: string) => dismissIssue(frontend(), issueId),
    onSuccess: () => refreshQueue(client),
    meta: { done: syncText.dismissed },
  })
}

/** Puts many entries aside, those of one record each and those of many. */
export function useDismissEntries() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (entries: readonly IssueEntry[]) => {
      const alone = entries.filter(({ count }) => count === 1).map(({ issue }) => issue.id)
      const groups = entries.filter(({ count }) => count > 1)
      await Promise.all([
        ...(alone.length > 0 ? [dismissIssues(frontend(), alone)] : []),
        ...groups.map(({ kind, alike }) => putAsideAlike(frontend(), { kind, alike: alike ?? '' })),
      ])
    },
    onSettled: () => refreshQueue(client),
    meta: { done: syncText.dismissed },
  })
}

/** Puts all that are alike aside, those to come too where that is remembered; it can be taken back. */
export function usePutAside() {
  const client = useQueryClient()
  const refresh = () => refreshQueue(client)
  return useMutation({
    mutationFn: (alike: Alike) => putAsideAlike(frontend(), alike),
    onSuccess: ({ dismissed }, alike) => {
      offerUndo({
        message: syncText.dismissedMany(dismissed),
        undo: async () => {
          await takeBackAlike(frontend(), alike)
          await refresh()
        },
      })
    },
    onSettled: refresh,
  })
}

/** Lets what went aside with its form wait for a person again. */
export function useTakeBackAlike() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (alike: Alike) => takeBackAlike(frontend(), alike),
    onSettled: () => refreshQueue(client),
    meta: { done: syncText.askedAgain },
  })
}

/** Recipients that a conversation may belong to. */
export function suggestionsQuery(issueId: string) {
  return queryOptions({
    queryKey: ['recipient-suggestions', issueId] as const,
    queryFn: () => suggestRecipients(frontend(), issueId),
    throwOnError: false, // the search stands beside them
  })
}

/** One page of the ticks that brought something over. */
export function runsQuery(filter: RunFilter) {
  return queryOptions({
    queryKey: [...queryKeys.syncRuns(), filter] as const,
    queryFn: () => listSyncRuns(frontend(), filter),
    placeholderData: keepPreviousData,
  })
}

/** Pauses the sync with a reason, or lets it go on without one. */
export function usePauseSync(onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (reason: string | null) => setSyncPaused(bridge(), reason),
    onSuccess: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: queryKeys.syncState() })
    },
  })
}

/** Has everything read anew; what this first slice leaves goes on with the timer's. */
export function useFullSync() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => syncNow(bridge(), { full: true }),
    onSettled: () => client.invalidateQueries(),
  })
}

/** Asks what a tick would change; nothing of it is kept. */
export function usePreviewSync() {
  return useMutation({ mutationFn: () => previewSync(bridge()), meta: { quiet: true } })
}
