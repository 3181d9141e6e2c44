import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { addColumn, type ColumnFields, saveColumn } from '../../../data/frontend/columns.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { columnFormText } from '../../../ui/text/board-columns.ts'

type SaveColumnOptions = {
  readonly jobId: string
  /** The column to change; null for a new one. */
  readonly column: BoardColumn | null
  readonly after: string | null
  readonly onSaved: () => void
}

type Outcome = { readonly kind: 'saved' | 'conflict'; readonly column: BoardColumn }

/** Adds or saves a column; that somebody else was faster is no failure, but shown. */
export function useSaveColumn({ jobId, column, after, onSaved }: SaveColumnOptions) {
  const client = useQueryClient()
  const [theirs, setTheirs] = useState<BoardColumn | null>(null)
  // Made once, so that pressing the button again after a lost answer makes no second column.
  const [id] = useState(() => crypto.randomUUID())

  const save = useMutation({
    mutationFn: async (fields: ColumnFields): Promise<Outcome> => {
      if (column === null) {
        return {
          kind: 'saved',
          column: await addColumn(frontend(), { id, jobId, ...fields }, after),
        }
      }
      try {
        const seen = { id: column.id, version: (theirs ?? column).version }
        return { kind: 'saved', column: await saveColumn(frontend(), seen, fields) }
      } catch (error) {
        if (!isAppError(error, 'conflict')) throw error
        return { kind: 'conflict', column: error.current as BoardColumn }
      }
    },
    onSuccess: async (outcome) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.columns(jobId) }),
        client.invalidateQueries({ queryKey: queryKeys.job(jobId) }),
      ])
      if (outcome.kind === 'conflict') setTheirs(outcome.column)
      else onSaved()
    },
    meta: { failed: column === null ? columnFormText.notAdded : columnFormText.notSaved },
  })
  return { save, theirs }
}
