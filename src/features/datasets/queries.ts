/** What the pages of pools read and write. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { frontend } from '../../data/frontend/browser-client.ts'
import {
  addMember,
  createDataset,
  deleteDataset,
  getDataset,
  listDatasets,
  listMembers,
  type Member,
  type MemberFilter,
  removeMembers,
} from '../../data/frontend/datasets.ts'
import type { Page } from '../../data/frontend/page.ts'
import { listDraftsOfPool } from '../../data/frontend/pool-drafts.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import { memberText, poolText } from '../../ui/text/datasets.ts'

type ListFilter = NonNullable<Parameters<typeof listDatasets>[1]>

/** One page of pools with their counts; `page` counts from 0. */
export function datasetsQuery(filter: ListFilter) {
  return queryOptions({
    queryKey: queryKeys.datasets(filter),
    queryFn: () => listDatasets(frontend(), filter),
  })
}

/** One pool with its counts. */
export function datasetQuery(datasetId: string) {
  return queryOptions({
    queryKey: queryKeys.dataset(datasetId),
    queryFn: () => getDataset(frontend(), datasetId),
  })
}

/** One page of a pool's members. */
export function membersQuery(datasetId: string, filter: MemberFilter) {
  return queryOptions({
    queryKey: queryKeys.members(datasetId, filter),
    queryFn: () => listMembers(frontend(), datasetId, filter),
  })
}

/** Names of the drafts that would contact a pool; its key nests under the campaigns', whose changes refresh it. */
export function draftsOfPoolQuery(datasetId: string) {
  return queryOptions({
    queryKey: queryKeys.campaigns('drafts-of-pool', datasetId),
    queryFn: () => listDraftsOfPool(frontend(), datasetId),
    throwOnError: false,
  })
}

/** Everything that shows a pool or counts its people is read again. */
export function useRefreshPool() {
  const queries = useQueryClient()
  return (datasetId: string) =>
    Promise.all([
      queries.invalidateQueries({ queryKey: queryKeys.datasets() }),
      queries.invalidateQueries({ queryKey: queryKeys.dataset(datasetId) }),
      queries.invalidateQueries({ queryKey: queryKeys.members(datasetId) }),
      queries.invalidateQueries({ queryKey: queryKeys.imports(datasetId) }),
      queries.invalidateQueries({ queryKey: queryKeys.people() }),
    ])
}

/** Makes an empty pool. */
export function useCreateDataset() {
  const refresh = useRefreshPool()
  return useMutation({
    mutationFn: (pool: Parameters<typeof createDataset>[1]) => createDataset(frontend(), pool),
    meta: { failed: poolText.createFailed },
    onSettled: (_pool, _error, { id }) => refresh(id),
  })
}

/** Deletes a pool with its members. */
export function useDeleteDataset() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (datasetId: string) => deleteDataset(frontend(), datasetId),
    meta: { failed: poolText.deleteFailed, done: poolText.deleted },
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.datasets() }),
  })
}

/** Adds one person to a pool. */
export function useAddMember() {
  const refresh = useRefreshPool()
  return useMutation({
    mutationFn: (member: Parameters<typeof addMember>[1]) => addMember(frontend(), member),
    meta: { failed: memberText.addFailed },
    onSettled: (_answer, _error, { datasetId }) => refresh(datasetId),
  })
}

/** Takes members off the list at once, and puts them back if it fails. */
export function useRemoveMembers(datasetId: string) {
  const queries = useQueryClient()
  const refresh = useRefreshPool()
  const queryKey = queryKeys.members(datasetId)
  return useMutation({
    mutationFn: (memberIds: readonly string[]) => removeMembers(frontend(), memberIds),
    meta: { failed: memberText.removeFailed },
    onMutate: async (memberIds) => {
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueriesData<Page<Member>>({ queryKey })
      const gone = new Set(memberIds)
      queries.setQueriesData<Page<Member>>({ queryKey }, (page) => {
        if (page === undefined) return undefined
        const items = page.items.filter(({ id }) => !gone.has(id))
        return { items, total: page.total - (page.items.length - items.length) }
      })
      return { before }
    },
    onError: (_error, _memberIds, context) => {
      for (const [key, page] of context?.before ?? []) queries.setQueryData(key, page)
    },
    onSettled: () => refresh(datasetId),
  })
}
