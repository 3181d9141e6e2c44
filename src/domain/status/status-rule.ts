import { columnRanks, type BoardColumn } from './column-rank.ts'
import { REJECTED, standardStatus } from './standard-status.ts'

/**
 * One line of a campaign's rules: the status that an affirmed objective gives. Lower positions
 * are tried first. After the last rule, without being one, any sign of life gives `contacted`.
 */
export type StatusRule = {
  /** 1, 2, 3 … without gaps; unique in its list. */
  readonly position: number
  readonly objectiveKey: string
  readonly status: string
  /** Of the status; a job's own column has one between two whole numbers. */
  readonly rank: number
  readonly isRefusal: boolean
}

/** A target of type `column`: what its objective, once affirmed, makes of the candidate. */
export type ColumnTarget = { readonly objectiveKey: string; readonly columnKey: string }

const INTERVIEW_RANK = standardStatus('interview')?.rank ?? 0

const DEFAULTS = [
  ['started_work', 'started-work'],
  ['hired', 'hired'],
  ['interview_scheduled', 'interview'],
  ['rejected', 'rejected'],
  ['not_interested', 'rejected'],
  ['interested', 'interested'],
] as const

/** The rules of a campaign that has none of its own. */
export const DEFAULT_RULES: readonly StatusRule[] = DEFAULTS.map(
  ([objectiveKey, status], index) => ({ ...toRule(objectiveKey, status), position: index + 1 }),
)

/**
 * A campaign's rules: its own (or the defaults) with those of its column targets put in by rank,
 * each directly after the last rule of its rank or a higher one; a target that names the column
 * of refusals goes after the other refusals. So Interview and a column right of it contest a
 * refusal, one between Interested and Interview doesn't. A target replaces rules for its own objective;
 * one whose column is gone from the board gives no rule. Positions are counted anew from 1.
 */
export function compileRules(
  rules: readonly StatusRule[],
  targets: readonly ColumnTarget[],
  columns: readonly BoardColumn[],
): StatusRule[] {
  const ranks = columnRanks(columns)
  const own = targets.flatMap(({ objectiveKey, columnKey }) => {
    const rank = ranks.get(columnKey)
    return rank === undefined ? [] : [{ ...toRule(objectiveKey, columnKey), rank }]
  })
  const replaced = new Set(own.map((rule) => rule.objectiveKey))
  const list = rules
    .toSorted((a, b) => a.position - b.position)
    .filter((rule) => !replaced.has(rule.objectiveKey))
  // The furthest first; keys break ties, so that the order of the targets doesn't matter.
  for (const rule of own.toSorted((a, b) => b.rank - a.rank || byKey(a, b))) {
    list.splice(placeOf(rule, list), 0, rule)
  }
  return list.map((rule, index) => ({ ...rule, position: index + 1 }))
}

function toRule(objectiveKey: string, status: string): StatusRule {
  const rank = standardStatus(status)?.rank ?? 0
  return { position: 0, objectiveKey, status, rank, isRefusal: status === REJECTED }
}

function placeOf(rule: StatusRule, list: readonly StatusRule[]): number {
  const lastRefusal = list.findLastIndex((other) => other.isRefusal)
  if (rule.isRefusal && lastRefusal >= 0) return lastRefusal + 1
  const above = list.findLastIndex((other) => heightOf(other) >= heightOf(rule))
  if (above >= 0) return above + 1
  const ladder = list.findIndex((other) => !other.isRefusal)
  return ladder < 0 ? list.length : ladder
}

/** A refusal is tried directly below interview, and above any column left of it. */
function heightOf({ rank, isRefusal }: StatusRule): number {
  return isRefusal ? INTERVIEW_RANK - 1e-6 : rank
}

function byKey(a: StatusRule, b: StatusRule): number {
  return a.objectiveKey < b.objectiveKey ? -1 : a.objectiveKey > b.objectiveKey ? 1 : 0
}
