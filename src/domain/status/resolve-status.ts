/**
 * Objectives → status, by ordered rules. The frontend's SQL does the same set by set, and a test
 * runs both over the same facts: this is the reference. All comparisons are of booleans,
 * positions and instants (`toFacts` made them so); instants have milliseconds.
 *
 * 1. A rule *matches* when its objective has a fact that is affirmed. `false` is an answer, and
 *    never matches.
 * 2. `first` is the matching rule of lowest position among those that are no refusals,
 *    `refusal` the one of lowest position among those that are.
 * 3. No refusal matches: `first` decides. No other matches: `refusal` decides. Both do, and
 *    `refusal` comes before `first`: `refusal` decides (interest doesn't contest a refusal).
 * 4. Else they contest each other: every matching rule that is no refusal and comes before
 *    `refusal` speaks against all matching refusals. A side is dated if each of its objectives
 *    is; its instant is the latest of them.
 *    a. Both dated: `refusal` decides if its side's instant is later, else `first` does. Alike:
 *       `first`.
 *    b. Otherwise `first` decides, being first in the rules, and the refusal's status is
 *       `contested`: a suggestion for a person.
 * 5. No rule matches: `contacted`, if there is any fact (affirmed or not), any inbound message or
 *    any call a person answered. It rests on the messages if there are any, else on the calls,
 *    else on the value with the lowest key.
 * 6. Nothing at all: null, and nobody was reached.
 *
 * Rules for objectives without a fact have no effect, and neither do facts without a rule, but
 * for 5.
 */
import type { StandardStatus } from './standard-status.ts'
import type { ObjectiveFact, StatusFacts } from './status-facts.ts'
import type { StatusRule } from './status-rule.ts'

export type RuleKind = 'objective' | 'refusal' | 'value' | 'inbound' | 'call'

export type Because = {
  readonly kind: RuleKind
  /** Of the rule that decided; null for signs of life, which are no rule. */
  readonly position: number | null
  /** Null for messages and calls. */
  readonly objectiveKey: string | null
}

export type StatusResolution = {
  readonly status: string | null
  /** The status that would hold if undated evidence were the later one. */
  readonly contested: string | null
  readonly because: Because | null
}

type Match = { readonly rule: StatusRule; readonly at: string | null }

const CONTACTED: StandardStatus = 'contacted'

export function resolveStatus(rules: readonly StatusRule[], facts: StatusFacts): StatusResolution {
  const byKey = new Map(facts.objectives.map((fact) => [fact.key, fact]))
  const matches = rules
    .toSorted((a, b) => a.position - b.position)
    .flatMap((rule): Match[] => {
      const fact = byKey.get(rule.objectiveKey)
      return fact?.affirmed === true ? [{ rule, at: fact.at }] : []
    })
  const first = matches.find(({ rule }) => !rule.isRefusal)?.rule
  const refusals = matches.filter(({ rule }) => rule.isRefusal)
  const refusal = refusals[0]?.rule
  if (refusal === undefined) return first === undefined ? fromActivity(facts) : decided(first)
  if (first === undefined || refusal.position < first.position) return decided(refusal)

  const against = matches.filter(({ rule }) => !rule.isRefusal && rule.position < refusal.position)
  const [refusedMs, advancedMs] = [latestOf(refusals), latestOf(against)]
  if (refusedMs === null || advancedMs === null) {
    return { ...decided(first), contested: refusal.status }
  }
  return decided(refusedMs > advancedMs ? refusal : first)
}

function decided(rule: StatusRule): StatusResolution {
  const { position, objectiveKey, isRefusal, status } = rule
  const kind = isRefusal ? 'refusal' : 'objective'
  return { status, contested: null, because: { kind, position, objectiveKey } }
}

/** Milliseconds since 1970 of the latest, or null where one of them has no time. */
function latestOf(matches: readonly Match[]): number | null {
  const times = matches.map(({ at }) => (at === null ? null : Date.parse(at)))
  return times.reduce((latest, ms) =>
    latest === null || ms === null ? null : Math.max(latest, ms),
  )
}

function fromActivity(facts: StatusFacts): StatusResolution {
  const because = activityOf(facts)
  return because === null
    ? { status: null, contested: null, because }
    : { status: CONTACTED, contested: null, because }
}

function activityOf({ objectives, inboundCount, answeredCalls }: StatusFacts): Because | null {
  if (inboundCount > 0) return { kind: 'inbound', position: null, objectiveKey: null }
  if (answeredCalls > 0) return { kind: 'call', position: null, objectiveKey: null }
  const lowest = objectives.reduce<ObjectiveFact | null>(
    (least, fact) => (least === null || fact.key < least.key ? fact : least),
    null,
  )
  return lowest === null ? null : { kind: 'value', position: null, objectiveKey: lowest.key }
}
