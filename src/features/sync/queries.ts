/** The state of the sync, its button, and what it set aside. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { bridge } from '../../data/bridge/browser-client.ts'
import { getSyncState, syncNow } from '../../data/bridge/sync-actions.ts'
import { frontend } from '../../data/frontend/browser-client.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import {
  dismissIssue,
  findRecipients,
  listOpenIssues,
  resolveIssue,
} from '../../data/frontend/sync-issues.ts'
import { syncText } from '../../ui/text/sync.ts'

/** The pill's figures are read so often while someone looks. */
const STATE_INTERVAL_MS = 15_000

export const syncStateQuery = queryOptions({
  queryKey: queryKeys.syncState(),
  queryFn: () => getSyncState(bridge()),
  refetchInterval: STATE_INTERVAL_MS,
  throwOnError: false, // the pill says it
})

export function issuesQuery(page: number) {
  return queryOptions({
    queryKey: queryKeys.syncIssues(page),
    queryFn: () => listOpenIssues(frontend(), page),
    placeholderData: keepPreviousData,
  })
}

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
      if (report !== undefined && report.read > 0) await client.invalidateQueries()
    },
  })
}

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

export function useDismissIssue() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (issueId: string) => dismissIssue(frontend(), issueId),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.syncIssues() }),
    meta: { done: syncText.dismissed },
  })
}
