import { standardStatus, STATUSES, REJECTED, type StandardStatus } from './standard-status.ts'

const FALLBACK: StandardStatus = 'contacted'

/**
 * The column a derived status belongs in. A status without a column goes to the standard one of
 * the nearest lower rank; `rejected`, and a job's own column that is gone, go to `contacted` or
 * lower. A job's own columns and `rejected` never stand in for another. Null where the board has
 * none of these: then the card stays where it is.
 */
export function boardStatus(derived: string, columnKeys: readonly string[]): string | null {
  if (columnKeys.includes(derived)) return derived
  const rank = standardStatus(derived)?.rank ?? standardStatus(FALLBACK)?.rank ?? 0
  const lower = STATUSES.filter(
    (status) => status.key !== REJECTED && status.rank <= rank && columnKeys.includes(status.key),
  )
  return lower.at(-1)?.key ?? null
}
