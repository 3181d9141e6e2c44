import { standardStatus } from '../../../domain/status/standard-status.ts'
import type { StatusRule } from '../../../domain/status/status-rule.ts'

/** The rules with the one at `from` moved to `to`, counted anew from 1. */
export function moveRule(rules: readonly StatusRule[], from: number, to: number): StatusRule[] {
  const next = [...rules]
  const [moved] = next.splice(from, 1)
  if (moved === undefined) return next
  next.splice(Math.max(0, Math.min(to, next.length)), 0, moved)
  return numbered(next)
}

/** The rules with their positions counted from 1, as they stand. */
export function numbered(rules: readonly StatusRule[]): StatusRule[] {
  return rules.map((rule, index) => ({ ...rule, position: index + 1 }))
}

/** A rule that gives another status; a standard one brings its own rank. */
export function withStatus(rule: StatusRule, status: string): StatusRule {
  return {
    ...rule,
    status,
    rank: standardStatus(status)?.rank ?? rule.rank,
    isRefusal: status === 'rejected',
  }
}

/** An objective's key in words: `has_licence` is "Has licence". */
export function objectiveWords(key: string): string {
  const words = key.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
