import type { E164 } from '../phone/e164.ts'

/** What became of one row of a file. Every row has exactly one. */
export const ROW_OUTCOMES = ['created', 'linked', 'updated', 'duplicate', 'rejected'] as const
/**
 * `created`: a new person. `linked`: a person already known, new to this pool. `updated`: in the
 * pool already, empty fields filled. `duplicate`: a number that stood further up in the file.
 * `rejected`: set aside with its faults.
 */
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

/** Rows by outcome; `read` is always their sum, so nothing is lost from the account. */
export type ImportOutcome = {
  readonly read: number
  readonly created: number
  readonly linked: number
  readonly updated: number
  readonly duplicates: number
  readonly rejected: number
}

/** Counts rows. The sum is made here and nowhere else. */
export function countOutcomes(outcomes: Iterable<RowOutcome>): ImportOutcome {
  const counts = { created: 0, linked: 0, updated: 0, duplicate: 0, rejected: 0 }
  for (const outcome of outcomes) counts[outcome] += 1
  const { duplicate, ...others } = counts
  const { created, linked, updated, rejected } = others
  return {
    read: created + linked + updated + duplicate + rejected,
    duplicates: duplicate,
    ...others,
  }
}

/** True where every row read is accounted for, once. */
export function outcomeAddsUp(outcome: ImportOutcome): boolean {
  const { read, created, linked, updated, duplicates, rejected } = outcome
  return read === created + linked + updated + duplicates + rejected
}

/** Rows whose number stands further up in the file, each with the row it repeats. */
export function duplicateRows(
  rows: Iterable<{ readonly row: number; readonly e164: E164 }>,
): ReadonlyMap<number, number> {
  const first = new Map<E164, number>()
  const repeats = new Map<number, number>()
  for (const { row, e164 } of [...rows].toSorted((a, b) => a.row - b.row)) {
    const earlier = first.get(e164)
    if (earlier === undefined) first.set(e164, row)
    else repeats.set(row, earlier)
  }
  return repeats
}
