import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { type Card, listSeenCards } from '../../../data/frontend/cards.ts'
import { bulkText } from '../../../ui/text/board-bulk.ts'
import type { Slot } from '../board/card-slots.ts'
import type { BoardFilter } from '../queries.ts'
import { rangeOf, type Selection } from './selection.ts'

export type SelectionMoves = {
  readonly toggle: (card: Card) => void
  /** All cards of its column from the last selected one to this. */
  readonly rangeTo: (card: Card) => void
  /** All cards of a column that match the filter, those that are not loaded too. */
  readonly column: (columnKey: string) => void
}

type SelectionMovesOptions = {
  readonly jobId: string
  readonly filter: BoardFilter
  readonly selection: Selection
  readonly slotsOf: (columnKey: string) => readonly Slot[] | undefined
}

/** The ways to select more than one card. What is not loaded is read first, with little of each card. */
export function useSelectionMoves(options: SelectionMovesOptions): SelectionMoves {
  const { jobId, filter, selection, slotsOf } = options
  const { mutate: read } = useMutation({
    mutationFn: ({ columnKey }: { columnKey: string; from?: string; to?: string }) =>
      listSeenCards(frontend(), jobId, { ...filter, status: columnKey }),
    onSuccess: (cards, { from, to }) => {
      const wanted = from === undefined || to === undefined ? cards : rangeOf(cards, from, to)
      if (wanted !== null) selection.getState().add(wanted, to)
    },
    meta: { failed: bulkText.readFailed },
  })

  return useMemo(
    () => ({
      toggle: (card) => {
        selection.getState().toggle(card)
      },
      rangeTo: (card) => {
        const { anchorId, add, toggle } = selection.getState()
        const slots = slotsOf(card.status) ?? []
        const range = anchorId === null ? null : rangeOf(slots, anchorId, card.id)
        if (anchorId === null || range === null) {
          toggle(card)
          return
        }
        const loaded = range.flatMap((slot) => (slot === undefined ? [] : [slot]))
        if (loaded.length === range.length) add(loaded, card.id)
        else read({ columnKey: card.status, from: anchorId, to: card.id })
      },
      column: (columnKey) => {
        const slots = slotsOf(columnKey) ?? []
        const loaded = slots.flatMap((slot) => (slot === undefined ? [] : [slot]))
        if (loaded.length === slots.length) selection.getState().add(loaded)
        else read({ columnKey })
      },
    }),
    [selection, slotsOf, read],
  )
}
