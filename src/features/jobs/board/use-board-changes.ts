import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Card } from '../../../data/frontend/cards.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { cardChangeText } from '../../../ui/text/board.ts'
import { cacheCard, cacheCounts, refreshCards } from './board-cache.ts'
import {
  type BoardChange,
  type BoardOutcome,
  carryOut,
  type PresentCard,
  stepsOf,
} from './board-change.ts'

export type BoardConflict = { readonly change: BoardChange; readonly present: PresentCard }

type BoardChangesOptions = {
  readonly jobId: string
  readonly nameOfColumn: (key: string) => string
  /** Somebody else was faster: both versions are to be shown. */
  readonly onConflict: (conflict: BoardConflict) => void
}

function toUndoMessage(change: BoardChange, nameOfColumn: (key: string) => string): string {
  const { name } = change.before
  if (change.kind !== 'decide')
    return cardChangeText.moved(name, nameOfColumn(change.after?.status ?? ''))
  switch (change.decision) {
    case 'accept':
      return cardChangeText.accepted(name, nameOfColumn(change.after.status))
    case 'dismiss':
      return cardChangeText.dismissed(name)
    case 'resume':
      return cardChangeText.resumed(name)
  }
}

/**
 * Changes the board: what is pending shows at once, goes out in order, one after the other, and is
 * simply gone again if it fails. Reads that began before a change was saved are dropped, so that
 * the change feed never brings an old picture back.
 */
export function useBoardChanges({ jobId, nameOfColumn, onConflict }: BoardChangesOptions) {
  const client = useQueryClient()
  const mutationKey = ['board-change', jobId]

  const { mutate } = useMutation({
    mutationKey,
    scope: { id: `board-${jobId}` },
    mutationFn: (change: BoardChange) => carryOut(change, nameOfColumn),
    onSuccess: async (outcome: BoardOutcome, change) => {
      if (outcome.kind === 'conflict') {
        onConflict({ change, present: outcome.present })
        void refreshCards(client, jobId, [change.before.id])
        return
      }
      if (outcome.kept === true) return
      await client.cancelQueries({ queryKey: queryKeys.cards(jobId) })
      for (const { id, card } of outcome.cards) cacheCard(client, jobId, id, card)
      const saved = outcome.cards.at(-1)?.card ?? null
      cacheCounts(client, jobId, change.before, saved)
      void refreshCards(client, jobId, [change.before.id])
      const { eventId } = outcome
      if (eventId === null || saved === null) return
      offerUndo({
        message: toUndoMessage(change, nameOfColumn),
        undo: () => {
          mutate({ kind: 'undo', eventId, before: saved, after: change.before })
        },
      })
    },
    onError: (_error, change) => {
      void refreshCards(client, jobId, [change.before.id])
    },
    meta: { failed: cardChangeText.failed },
  })

  const changes = useMutationState({
    filters: { mutationKey, status: 'pending' },
    select: (mutation) => mutation.state.variables as BoardChange,
  })
  const steps = useMemo(() => changes.flatMap(stepsOf), [changes])
  const pending = useMemo(
    (): ReadonlyMap<string, Card | null> =>
      new Map(steps.map(({ before, after }) => [before.id, after])),
    [steps],
  )
  return { run: mutate, steps, pending }
}
