import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type CardsChanged, undoBoardChange } from '../../../data/frontend/board-changes.ts'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { bulkText, whoWords } from '../../../ui/text/board-bulk.ts'
import { refreshCards } from '../board/board-cache.ts'
import {
  type BulkChange,
  type BulkNames,
  toBulkMessage,
  toBulkSteps,
  toCountSteps,
  toUndoCountSteps,
  toUndoSteps,
} from './bulk-change.ts'
import { changeOrKeep } from './keep-change.ts'

/** Cards that others changed meanwhile, or took off the board. */
export type BulkLeft = { readonly bulk: BulkChange; readonly outcome: CardsChanged }

const idsOf = ({ targets }: BulkChange): readonly string[] => targets.map(({ id }) => id)

function whoOf({ targets, known }: BulkChange, count: number): string {
  return whoWords(count, targets.length === 1 ? known[0]?.name : undefined)
}

type BulkChangesOptions = {
  readonly jobId: string
  readonly names: BulkNames
  readonly onLeft: (left: BulkLeft) => void
  /** Said where there is nothing to take back. */
  readonly onNote: (note: string) => void
}

/**
 * Changes cards together. What is pending shows at once until the board has been read again, and is
 * simply gone where it failed. A change waits for those before it, of single cards too.
 */
export function useBulkChanges({ jobId, names, onLeft, onNote }: BulkChangesOptions) {
  const client = useQueryClient()
  const mutationKey = ['board-bulk', jobId]
  const undoKey = ['board-bulk-undo', jobId]
  const scope = { id: `board-${jobId}` }

  const undo = useMutation({
    mutationKey: undoKey,
    scope,
    mutationFn: ({ changeId }: BulkChange) => undoBoardChange(frontend(), changeId),
    onSuccess: async ({ left }, bulk) => {
      await refreshCards(client, jobId, idsOf(bulk))
      if (left > 0) onNote(bulkText.undoLeft(left))
    },
    meta: { failed: bulkText.undoFailed },
  })

  const { mutate } = useMutation({
    mutationKey,
    scope,
    mutationFn: (bulk: BulkChange) => changeOrKeep(jobId, bulk, names),
    onSuccess: async (outcome, bulk) => {
      // The board shows it as waiting until it is sent.
      if (outcome === 'kept') return
      await refreshCards(client, jobId, idsOf(bulk))
      const { changed, left, gone } = outcome
      if (left.length > 0 || gone > 0) onLeft({ bulk, outcome })
      if (changed > 0) {
        offerUndo({
          message: toBulkMessage(bulk.change, whoOf(bulk, changed), names),
          undo: async () => {
            await undo.mutateAsync(bulk).catch(() => undefined)
          },
        })
      } else if (left.length === 0) onNote(bulkText.nothing)
    },
    onError: (_error, bulk) => {
      void refreshCards(client, jobId, idsOf(bulk))
    },
    meta: { failed: bulkText.failed },
  })

  const pending = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: (mutation) => mutation.state.variables as BulkChange,
  })
  const undone = useMutationState({
    filters: { mutationKey: undoKey, status: 'pending' },
    select: (mutation) => mutation.state.variables as BulkChange,
  })
  const steps = useMemo(
    () => [...pending.flatMap((bulk) => toBulkSteps(bulk, names)), ...undone.flatMap(toUndoSteps)],
    [pending, undone, names],
  )
  const countSteps = useMemo(
    () => [...pending.flatMap(toCountSteps), ...undone.flatMap(toUndoCountSteps)],
    [pending, undone],
  )
  return { run: mutate, steps, countSteps }
}
