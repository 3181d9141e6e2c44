import { REJECTED, standardStatus } from './standard-status.ts'

/** A column of a job's board; its key is a standard status or the job's own. */
export type BoardColumn = { readonly key: string; readonly position: number }

/**
 * The rank of every column. A standard status has its own wherever it stands; a column of the
 * job's own ranks between the standard column to its left and that one's rank + 1, in the order
 * of the board, so that moving columns moves what their targets outrank. `rejected` is skipped:
 * what stands right of it is no further because of it.
 */
export function columnRanks(columns: readonly BoardColumn[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  let base = 0
  let own: string[] = []
  const settle = () => {
    for (const [index, key] of own.entries()) ranks.set(key, base + (index + 1) / (own.length + 1))
    own = []
  }
  for (const { key } of columns.toSorted((a, b) => a.position - b.position)) {
    const standard = standardStatus(key)
    if (standard === undefined) own.push(key)
    else {
      ranks.set(key, standard.rank)
      if (key === REJECTED) continue
      settle()
      base = standard.rank
    }
  }
  settle()
  return ranks
}
