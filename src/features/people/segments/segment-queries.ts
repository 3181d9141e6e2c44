/** Writing saved segments. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { deleteSegment, saveSegment, type Segment } from '../../../data/frontend/segments.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { segmentText } from '../../../ui/text/segments.ts'

export type SavedSegment = Omit<Segment, 'ownerId'>

/** Saves a segment; through when the list of them shows it. */
export function useSaveSegment() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (segment: SavedSegment) => saveSegment(frontend(), segment),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.segments() }),
    meta: { failed: segmentText.notSaved },
  })
}

/** Deletes a segment and offers to have it back, under the same address. */
export function useDeleteSegment() {
  const client = useQueryClient()
  const restore = useSaveSegment()
  return useMutation({
    mutationFn: (segment: Segment) => deleteSegment(frontend(), segment.id),
    onSuccess: (_done, segment) => {
      offerUndo({
        message: segmentText.deleted(segment.name),
        undo: async () => {
          await restore.mutateAsync(segment).catch(() => undefined)
        },
      })
      // Not waited for: who asked leaves the segment's address first.
      void client.invalidateQueries({ queryKey: queryKeys.segments() })
    },
    meta: { failed: segmentText.notDeleted },
  })
}
