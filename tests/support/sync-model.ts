/**
 * The sync as a story of agents, people and ticks, and what must come of it: a plain oracle that
 * reads the backend's state in order and knows nothing of logs, cursors and pages.
 */
import fc from 'fast-check'
import { decideCard, suggestionOf, type Card } from '../../src/domain/status/decide-card.ts'
import { resolveStatus, type StatusResolution } from '../../src/domain/status/resolve-status.ts'
import type { ObjectiveValue } from '../../src/domain/objective/read-objective-value.ts'
import { toFacts, type ObjectiveEvent } from '../../src/domain/status/status-facts.ts'
import { DEFAULT_RULES } from '../../src/domain/status/status-rule.ts'

export const KEYS = ['interested', 'interview_scheduled', 'rejected', 'hired'] as const
export const COLUMNS = ['contacted', 'interested', 'interview', 'hired', 'rejected'] as const

export type Step =
  | { readonly type: 'write'; readonly who: number }
  | { readonly type: 'forget'; readonly who: number }
  | {
      readonly type: 'objective'
      readonly who: number
      readonly key: (typeof KEYS)[number]
      readonly value: boolean | string
      /** Minutes; null: no event dates it. */
      readonly atMinute: number | null
    }
  | { readonly type: 'withdraw'; readonly who: number; readonly key: (typeof KEYS)[number] }
  | { readonly type: 'call'; readonly who: number }
  | { readonly type: 'remove'; readonly who: number }
  | { readonly type: 'move'; readonly who: number; readonly to: (typeof COLUMNS)[number] }
  | { readonly type: 'dismiss'; readonly who: number }
  | { readonly type: 'resume'; readonly who: number }

/** What each frontend does between two steps. */
export type TickStyle =
  | { readonly type: 'none' }
  | { readonly type: 'tick'; readonly pageSessions: number }
  | {
      readonly type: 'crash'
      readonly pageSessions: number
      readonly step: number
      readonly fault: 'before' | 'after'
    }
  | { readonly type: 'together' }

export const PEOPLE = 3

const who = fc.integer({ min: 0, max: PEOPLE - 1 })
const key = fc.constantFrom(...KEYS)

export const stepArb: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('write' as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('forget' as const), who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('objective' as const),
      who,
      key,
      value: fc.constantFrom<boolean | string>(true, false, 'Tuesday'),
      atMinute: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('withdraw' as const), who, key }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('call' as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('remove' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('move' as const),
      who,
      to: fc.constantFrom(...COLUMNS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('dismiss' as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('resume' as const), who }) },
)

const pageSessions = fc.constantFrom(1, 2, 1000)

export const tickStyleArb: fc.Arbitrary<TickStyle> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('none' as const) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('tick' as const), pageSessions }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('crash' as const),
      pageSessions,
      step: fc.integer({ min: 1, max: 5 }),
      fault: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('together' as const) }) },
)

/** What a session says, kept in order; the oracle's only state besides the card. */
export class OracleSession {
  #messages = 0
  #calls = 0
  #values: Record<string, ObjectiveValue> = {}
  #events: ObjectiveEvent[] = []

  apply(step: Step): void {
    switch (step.type) {
      case 'write':
        this.#messages += 1
        return
      case 'forget':
        this.#messages = 0
        return
      case 'call':
        this.#calls += 1
        return
      case 'objective':
        this.#say(step)
        return
      case 'withdraw':
        delete this.#values[step.key]
        this.#events = this.#events.filter((event) => event.objectiveKey !== step.key)
        return
      case 'remove':
        this.#messages = 0
        this.#calls = 0
        this.#values = {}
        this.#events = []
        return
      case 'move':
      case 'dismiss':
      case 'resume':
        return
    }
  }

  resolve(): StatusResolution {
    return resolveStatus(DEFAULT_RULES, {
      objectives: toFacts(this.#values, this.#events),
      inboundCount: this.#messages,
      answeredCalls: this.#calls,
    })
  }

  #say({ key: objectiveKey, value, atMinute }: Extract<Step, { type: 'objective' }>): void {
    this.#values[objectiveKey] = value
    if (atMinute === null) return
    const id = this.#events.length + 1
    this.#events.push({ id, objectiveKey, value, at: timeOf(atMinute), source: 'chat' })
  }
}

export function timeOf(minute: number): string {
  return new Date(Date.UTC(2026, 8, 1, 10, minute)).toISOString()
}

/** The card behind a recipient as the story goes; every status has its column. */
export class OracleCard {
  #card: Card = {
    status: 'not-contacted',
    setBy: 'automation',
    proposed: null,
    decidedAgainst: null,
  }

  derive({ status, contested }: StatusResolution): void {
    // Where there was no evidence and is none, nothing was derived.
    if (status === null && this.#card.proposed === null) return
    this.#card = decideCard(this.#card, { type: 'derive', derived: status, contested })
  }

  decide(step: Step, { status }: StatusResolution): void {
    if (step.type === 'move') {
      this.#card = decideCard(this.#card, { type: 'person-sets', status: step.to })
    } else if (step.type === 'dismiss') {
      this.#card = decideCard(this.#card, { type: 'dismiss' })
    } else if (step.type === 'resume') {
      this.#card = decideCard(this.#card, { type: 'resume-automation', derived: status })
    }
  }

  seen() {
    const { status, setBy, proposed } = this.#card
    return { status, setBy, proposed, suggested: suggestionOf(this.#card) }
  }
}
