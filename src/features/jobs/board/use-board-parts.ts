/** The parts a board is put together from: its numbers, its columns, and what can be done. */
import { useSuspenseQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import {
  boardCountsQuery,
  colleagueNamesQuery,
  columnsQuery,
} from '../../../data/frontend/shared-queries.ts'
import { toStatusLook } from '../../../ui/status/status-look.ts'
import { leftText } from '../../../ui/text/board-bulk.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import type { BulkNames } from '../bulk/bulk-change.ts'
import { createSelection } from '../bulk/selection.ts'
import { useBulkActions } from '../bulk/use-bulk-actions.ts'
import { useSelectionMoves } from '../bulk/use-selection-moves.ts'
import type { ColumnQuestion } from '../columns/column-dialogs.tsx'
import { useColumnOrder } from '../columns/use-column-order.ts'
import type { BoardFilter } from '../queries.ts'
import type { Board } from './board-context.ts'
import { countWithPending, type PendingCards } from './card-slots.ts'
import { focusSoon } from './card-focus.ts'
import { useBoardActions } from './use-board-actions.ts'
import { useKeptCards } from './use-kept-cards.ts'

function useNames(columns: readonly BoardColumn[]): BulkNames {
  const colleagues = useQuery({ ...colleagueNamesQuery(), throwOnError: false }).data
  return useMemo(
    () => ({
      nameOfColumn: (key) =>
        columns.find((column) => column.key === key)?.name ?? toStatusLook(key).label,
      nameOfColleague: (id) => colleagues?.get(id) ?? leftText.none,
    }),
    [columns, colleagues],
  )
}

type BoardPartsOptions = Pick<Board, 'jobId' | 'filter' | 'today' | 'hrefOf'> & {
  readonly filter: BoardFilter
}

/** Everything a board does, as its parts need it. */
export function useBoardParts({ jobId, filter, today, hrefOf }: BoardPartsOptions) {
  const { canWrite } = useViewer()
  const [{ data: columns }, { data: counted }] = useSuspenseQueries({
    queries: [columnsQuery(jobId), boardCountsQuery(jobId)],
  })
  const names = useNames(columns)
  const { nameOfColumn } = names
  const [selection] = useState(createSelection)
  const [columnQuestion, setColumnQuestion] = useState<ColumnQuestion | null>(null)
  const [said, setSaid] = useState('')
  const actions = useBoardActions({ jobId, filter, nameOfColumn })
  const { slotsOf, noteSlots, moveToColumn, decide, remove } = actions
  const columnKeys = useMemo(() => columns.map(({ key }) => key), [columns])
  const bulk = useBulkActions({ jobId, selection, names, columnKeys, slotsOf })
  const { ask, moveMany, setNote } = bulk
  const select = useSelectionMoves({ jobId, filter, selection, slotsOf })
  const place = useColumnOrder({ jobId, columns, onNote: setNote })

  const moveColumn = useCallback(
    (key: string, by: number) => {
      const message = place(key, columnKeys.indexOf(key) + by)
      if (message !== null) setSaid(message)
      focusSoon(`[data-column-grip="${CSS.escape(key)}"]`)
    },
    [place, columnKeys],
  )

  const around = useMemo(
    (): Board => ({
      jobId,
      columns,
      filter,
      today,
      canWrite,
      hrefOf,
      nameOfColumn,
      moveToColumn,
      decide,
      remove,
      noteSlots,
      selection,
      select,
      ask,
      moveMany,
      askColumn: setColumnQuestion,
      moveColumn,
    }),
    [
      jobId,
      columns,
      filter,
      today,
      canWrite,
      hrefOf,
      nameOfColumn,
      moveToColumn,
      decide,
      remove,
      noteSlots,
      selection,
      select,
      ask,
      moveMany,
      moveColumn,
    ],
  )

  const { nameOfColleague } = names
  const kept = useKeptCards({ jobId, columnKeys, filter, nameOfColleague })
  const pending = useMemo(
    (): PendingCards =>
      kept.length + bulk.steps.length === 0
        ? actions.pending
        : new Map([
            ...kept.map(({ before, after }) => [before.id, after] as const),
            ...actions.pending,
            ...bulk.steps.map(({ before, after }) => [before.id, after] as const),
          ]),
    [kept, actions.pending, bulk.steps],
  )
  const steps = [...kept, ...actions.steps, ...bulk.countSteps]
  const countOf = ({ key }: BoardColumn): number => countWithPending(counted[key] ?? 0, key, steps)
  return {
    around,
    actions,
    bulk,
    names,
    pending,
    countOf,
    total: columns.reduce((sum, column) => sum + countOf(column), 0),
    said,
    columnQuestion,
    closeColumnQuestion: () => {
      setColumnQuestion(null)
    },
  }
}

export type BoardParts = ReturnType<typeof useBoardParts>
