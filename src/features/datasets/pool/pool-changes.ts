/** What a pool's page does to many people at once, and to imports. */
import { queryOptions, useMutation } from '@tanstack/react-query'
import { frontend } from '../../../data/frontend/browser-client.ts'
import {
  addMembersToCampaign,
  type Chosen,
  copyMembers,
  listImports,
  previewUndoImport,
  tagMembers,
  undoImport,
} from '../../../data/frontend/pool-work.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { bulkText, undoImportText } from '../../../ui/text/pools.ts'
import { useRefreshPool } from '../queries.ts'

/** A pool's imports, the latest first. */
export function importsQuery(datasetId: string) {
  return queryOptions({
    queryKey: queryKeys.imports(datasetId),
    queryFn: () => listImports(frontend(), datasetId),
  })
}

/** What undoing an import would take away; counted anew on each visit. */
export function undoPreviewQuery(importId: string) {
  return queryOptions({
    queryKey: ['undo-preview', importId],
    queryFn: () => previewUndoImport(frontend(), importId),
    staleTime: 0,
    gcTime: 0,
  })
}

type TagChange = {
  readonly chosen: Chosen
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/** Adds tags to members, and takes some off. */
export function useTagMembers(datasetId: string) {
  const refresh = useRefreshPool()
  return useMutation({
    mutationFn: ({ chosen, ...tags }: TagChange) => tagMembers(frontend(), chosen, tags),
    meta: { failed: bulkText.failed, done: bulkText.tagged },
    onSettled: () => refresh(datasetId),
  })
}

type Copy = { readonly chosen: Chosen; readonly to: string; readonly move: boolean }

/** Copies or moves members to another pool. */
export function useCopyMembers(datasetId: string) {
  const refresh = useRefreshPool()
  return useMutation({
    mutationFn: ({ chosen, to, move }: Copy) =>
      copyMembers(frontend(), chosen, { datasetId: to, move }),
    meta: { failed: bulkText.failed },
    onSettled: (_answer, _error, { to }) => Promise.all([refresh(datasetId), refresh(to)]),
  })
}

/** Adds members to the people of a draft. */
export function useAddToCampaign() {
  return useMutation({
    mutationFn: ({
      chosen,
      campaignId,
    }: {
      readonly chosen: Chosen
      readonly campaignId: string
    }) => addMembersToCampaign(frontend(), chosen, campaignId),
    meta: { failed: bulkText.failed },
  })
}

/** Takes back what an import brought, as far as nothing was done with it since. */
export function useUndoImport(datasetId: string) {
  const refresh = useRefreshPool()
  return useMutation({
    mutationFn: (undo: { readonly importId: string; readonly onProgress: (n: number) => void }) =>
      undoImport(frontend(), undo.importId, undo.onProgress),
    meta: { failed: undoImportText.failed },
    onSettled: () => refresh(datasetId),
  })
}
