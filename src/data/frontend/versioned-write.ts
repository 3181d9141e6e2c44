/**
 * Writing a row that two people may edit: a write names the version it saw, and changes nothing when
 * somebody was faster. The caller then gets the present row, to show both.
 */
import { AppError } from '../../lib/app-error.ts'
import { requireRow } from './require-row.ts'

/** A conflict that carries the present row. */
export function conflictError(current: unknown): AppError {
  return new AppError('conflict', 'Somebody else changed this while you were editing.', {
    code: 'version_conflict',
    hint: 'Look at both versions and choose; what you entered is still here.',
    current,
  })
}

/**
 * The row an update returned, or the conflict with the present row where it matched none.
 *
 * @param updated the row as updated, null where id and version did not match
 * @param readPresent reads the row as it is now, null where it is gone
 */
export async function updatedOrConflict<Row>(
  updated: Row | null,
  readPresent: () => Promise<Row | null>,
): Promise<Row> {
  if (updated !== null) return updated
  throw conflictError(requireRow(await readPresent()))
}
