import { useCallback, useState } from 'react'
import type { CardsChange } from '../../../data/frontend/board-changes.ts'
import type { Card, SeenCard } from '../../../data/frontend/cards.ts'
import { REJECTED } from '../../../domain/status/standard-status.ts'
import { focusCardSoon } from '../board/card-focus.ts'
import type { Slot } from '../board/card-slots.ts'
import type { BulkChange, BulkNames } from './bulk-change.ts'
import type { Selection } from './selection.ts'
import { type BulkLeft, useBulkChanges } from './use-bulk-changes.ts'

/** What is asked before people are changed together. */
export type BulkAsk = 'reject' | 'tags' | 'assign' | 'follow-up' | 'campaign'

export type BulkQuestion =
  | { readonly kind: BulkAsk; readonly targets: readonly SeenCard[] }
  | ({ readonly kind: 'left' } & BulkLeft)

type BulkActionsOptions = {
  readonly jobId: string
  readonly selection: Selection
  readonly names: BulkNames
  readonly columnKeys: readonly string[]
  readonly slotsOf: (columnKey: string) => readonly Slot[] | undefined
}

/** What can be done with several cards, or with one in the same way, and what is asked meanwhile. */
export function useBulkActions(options: BulkActionsOptions) {
  const { jobId, selection, names, columnKeys, slotsOf } = options
  const [question, setQuestion] = useState<BulkQuestion | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const { run, steps, countSteps } = useBulkChanges({
    jobId,
    names,
    onLeft: (left) => {
      setQuestion({ kind: 'left', ...left })
    },
    onNote: setNote,
  })

  const send = useCallback(
    (bulk: BulkChange) => {
      setNote(null)
      setQuestion(null)
      run(bulk)
      // A card that is seen again under another status must be selected anew.
      selection.getState().clear()
      const [first] = bulk.targets
      if (first !== undefined) focusCardSoon(first.id)
    },
    [run, selection],
  )

  const apply = useCallback(
    (targets: readonly SeenCard[], change: CardsChange) => {
      const wanted = new Set(targets.map(({ id }) => id))
      const known = columnKeys
        .flatMap((key) => slotsOf(key) ?? [])
        .filter((slot): slot is Card => slot !== undefined && wanted.has(slot.id))
      const top = 'status' in change ? slotsOf(change.status)?.[0] : undefined
      send({
        changeId: crypto.randomUUID(),
        change,
        targets,
        known,
        topPosition: top?.position ?? 0,
      })
    },
    [columnKeys, slotsOf, send],
  )

  const ask = useCallback((kind: BulkAsk, targets: readonly SeenCard[]) => {
    setQuestion({ kind, targets })
  }, [])

  const moveMany = useCallback(
    (targets: readonly SeenCard[], columnKey: string) => {
      if (columnKey === REJECTED) ask('reject', targets)
      else apply(targets, { status: columnKey })
    },
    [ask, apply],
  )

  return {
    ask,
    apply,
    send,
    moveMany,
    steps,
    countSteps,
    question,
    /** Closes the question and lets the selection go. */
    finish: () => {
      setQuestion(null)
      selection.getState().clear()
    },
    closeQuestion: () => {
      setQuestion(null)
    },
    note,
    setNote,
  }
}
