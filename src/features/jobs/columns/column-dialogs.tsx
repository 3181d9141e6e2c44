import { lazy, Suspense } from 'react'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'

const ColumnDialog = lazy(async () => ({
  default: (await import('./column-dialog.tsx')).ColumnDialog,
}))
const DeleteColumnDialog = lazy(async () => ({
  default: (await import('./delete-column-dialog.tsx')).DeleteColumnDialog,
}))

/** What is asked about a column. */
export type ColumnQuestion =
  | { readonly kind: 'add'; readonly after: string | null }
  | { readonly kind: 'edit' | 'delete'; readonly column: BoardColumn }

type ColumnDialogsProps = {
  readonly jobId: string
  readonly question: ColumnQuestion | null
  readonly columns: readonly BoardColumn[]
  readonly countOf: (column: BoardColumn) => number
  readonly onClose: () => void
}

/** The questions about columns; their code comes with the first opening. */
export function ColumnDialogs(props: ColumnDialogsProps) {
  const { jobId, question, columns, countOf, onClose } = props
  if (question === null) return null
  return (
    <Suspense fallback={null}>
      {question.kind === 'delete' ? (
        <DeleteColumnDialog
          column={question.column}
          columns={columns}
          count={countOf(question.column)}
          onClose={onClose}
        />
      ) : (
        <ColumnDialog
          jobId={jobId}
          column={question.kind === 'edit' ? question.column : null}
          after={question.kind === 'add' ? question.after : null}
          onClose={onClose}
        />
      )}
    </Suspense>
  )
}
