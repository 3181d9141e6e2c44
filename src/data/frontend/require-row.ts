import { AppError } from '../../lib/app-error.ts'

/** The row; AppError `not-found` where there is none, or none that the asker may see. */
export function requireRow<Row>(row: Row | null): Row {
  if (row !== null) return row
  throw new AppError('not-found', 'This is not there any more.', {
    code: 'row_gone',
    hint: 'Somebody deleted it, or moved it to an office you do not belong to.',
  })
}
