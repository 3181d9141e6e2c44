import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { REJECTED } from '../../../domain/status/standard-status.ts'
import type { Card } from '../../../data/frontend/cards.ts'
import { type BoardFilter, cardPageQuery } from '../queries.ts'
import { movedTo } from '../../../data/frontend/edited-card.ts'
import { type BoardChange, decided, stepsOf } from './board-change.ts'
import { focusCardSoon } from './card-focus.ts'
import type { Slot } from './card-slots.ts'
import type { DropPlace } from './drop-place.ts'
import { planMove } from './plan-move.ts'
import { type BoardConflict, useBoardChanges } from './use-board-changes.ts'

type Move = BoardChange & { readonly kind: 'move' }

/** A question the board has before it goes on. */
export type BoardQuestion =
  | {
      readonly kind: 'reject'
      readonly move: Move
      /** The card that gets the focus once it is answered. */
      readonly nextId: string
    }
  | { readonly kind: 'remove'; readonly card: Card }
  | ({ readonly kind: 'conflict' } & BoardConflict)

type BoardActionsOptions = {
  readonly jobId: string
  readonly filter: BoardFilter
  readonly nameOfColumn: (key: string) => string
}

/** What can be done on a board, and what it asks meanwhile. */
export function useBoardActions({ jobId, filter, nameOfColumn }: BoardActionsOptions) {
  const client = useQueryClient()
  const [question, setQuestion] = useState<BoardQuestion | null>(null)
  const shown = useRef(new Map<string, readonly Slot[]>())
  const {
    run,
    steps: running,
    pending: runningCards,
  } = useBoardChanges({
    jobId,
    nameOfColumn,
    onConflict: (conflict) => {
      setQuestion({ kind: 'conflict', ...conflict })
    },
  })

  const noteSlots = useCallback((columnKey: string, slots: readonly Slot[]) => {
    shown.current.set(columnKey, slots)
  }, [])

  /** What a column shows; of one that is not in the page (on a phone), what is known of it. */
  const slotsOf = useCallback(
    (columnKey: string): readonly Slot[] | undefined =>
      shown.current.get(columnKey) ??
      client.getQueryData(cardPageQuery(jobId, columnKey, filter, 0).queryKey)?.items,
    [client, jobId, filter],
  )

  const submit = useCallback(
    (move: Move, nextId: string) => {
      const rejects = move.after.status === REJECTED && move.before.status !== REJECTED
      if (rejects) {
        setQuestion({ kind: 'reject', move, nextId })
        return
      }
      run(move)
      focusCardSoon(nextId)
    },
    [run],
  )

  const drop = useCallback(
    (card: Card, { columnKey, index }: DropPlace) => {
      const move = planMove(card, columnKey, slotsOf(columnKey) ?? [], index)
      if (move !== null) submit(move, card.id)
    },
    [slotsOf, submit],
  )

  const moveToColumn = useCallback(
    (card: Card, columnKey: string) => {
      const target = slotsOf(columnKey)
      const after = movedTo(card, columnKey, card.position)
      const planned = target === undefined ? null : planMove(card, columnKey, target, 0)
      // Who goes through a column by keys goes on with the next card.
      const own = slotsOf(card.status) ?? []
      const at = own.findIndex((slot) => slot?.id === card.id)
      const next = own[at + 1] ?? own[at - 1] ?? card
      submit(planned ?? { kind: 'move', before: card, after, shifts: [] }, next.id)
    },
    [slotsOf, submit],
  )

  const decide = useCallback(
    (card: Card, decision: 'accept' | 'dismiss' | 'resume') => {
      run({ kind: 'decide', decision, before: card, after: decided(card, decision) })
    },
    [run],
  )

  const askToRemove = useCallback((card: Card) => {
    setQuestion({ kind: 'remove', card })
  }, [])

  // A card that waits for the reason of its rejection lies there already.
  const asked = question?.kind === 'reject' ? question.move : null
  const steps = useMemo(
    () => (asked === null ? running : [...running, ...stepsOf(asked)]),
    [running, asked],
  )
  const pending = useMemo(
    () =>
      asked === null
        ? runningCards
        : new Map([...runningCards, ...stepsOf(asked).map((s) => [s.before.id, s.after] as const)]),
    [runningCards, asked],
  )

  return {
    run,
    steps,
    pending,
    question,
    closeQuestion: () => {
      setQuestion(null)
      if (question?.kind === 'reject') focusCardSoon(question.nextId)
      if (question?.kind === 'conflict') focusCardSoon(question.change.before.id)
    },
    noteSlots,
    slotsOf,
    drop,
    moveToColumn,
    decide,
    remove: askToRemove,
  }
}
