import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { orderColumns } from '../../../data/frontend/columns.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { columnsQuery } from '../../../data/frontend/shared-queries.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { columnText } from '../../../ui/text/board-columns.ts'

type Order = {
  readonly keys: readonly string[]
  readonly seen: readonly string[]
  /** What to say with the way back; nothing for a way back itself. */
  readonly message?: string
}

type ColumnOrderOptions = {
  readonly jobId: string
  readonly columns: readonly BoardColumn[]
  readonly onNote: (note: string) => void
}

function inOrder(columns: readonly BoardColumn[], keys: readonly string[]): BoardColumn[] {
  return columns.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
}

/** Moves columns: shown at once, put back where it fails, or where somebody else moved them meanwhile. */
export function useColumnOrder({ jobId, columns, onNote }: ColumnOrderOptions) {
  const client = useQueryClient()
  const { queryKey } = columnsQuery(jobId)
  const { mutate } = useMutation({
    scope: { id: `columns-${jobId}` },
    mutationFn: async ({ keys, seen }: Order): Promise<'ok' | 'conflict'> => {
      try {
        await orderColumns(frontend(), jobId, keys, seen)
        return 'ok'
      } catch (error) {
        if (isAppError(error, 'conflict')) return 'conflict'
        throw error
      }
    },
    onMutate: async ({ keys }) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      client.setQueryData<readonly BoardColumn[]>(
        queryKey,
        (present) => present && inOrder(present, keys),
      )
      return { before }
    },
    onSuccess: (outcome, { keys, seen, message }) => {
      if (outcome === 'conflict') onNote(columnText.orderConflict)
      else if (message !== undefined) {
        offerUndo({
          message,
          undo: () => {
            mutate({ keys: seen, seen: keys })
          },
        })
      }
    },
    onError: (_error, _order, context) => {
      client.setQueryData(queryKey, context?.before)
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
    meta: { failed: columnText.orderFailed },
  })

  /** Puts a column at a place, counted from 0; answers what to announce, null where it is there already. */
  return useCallback(
    (key: string, place: number): string | null => {
      const seen = columns.map((column) => column.key)
      const from = seen.indexOf(key)
      const column = columns[from]
      if (column === undefined || place < 0 || place >= seen.length || place === from) return null
      const message = columnText.moved(column.name, place + 1, seen.length)
      mutate({ keys: seen.toSpliced(from, 1).toSpliced(place, 0, key), seen, message })
      return message
    },
    [columns, mutate],
  )
}
