/**
 * The sync as a story of agents, people and ticks, and what must come of it: a plain oracle that
 * reads the backend's state in order and knows nothing of logs, cursors and pages.
 */
import fc from 'fast-check'
import { decideCard, suggestionOf, type Card } from '../../src/domain/status/decide-card.ts'
import { resolveStatus, type StatusResolution } from '../../src/domain/status/resolve-status.ts'
import type { ObjectiveValue } from '../../src/domain/objective/read-objective-value.ts'
import { toFacts, type ObjectiveEvent } from '../../src/domain/status/status-facts.ts'
import { DEFAULT_RULES, type StatusRule } from '../../src/domain/status/status-rule.ts'
import { OracleWishes, textArb, wishStepArb, type Text, type WishStep } from './sync-wishes.ts'

export const KEYS = ['interested', 'interview_scheduled', 'rejected', 'hired'] as const
export const COLUMNS = ['contacted', 'interested', 'interview', 'hired', 'rejected'] as const

export type Step =
  | WishStep
  | { readonly type: 'write'; readonly who: number; readonly text: Text }
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
  | { readonly type: 'accept'; readonly who: number }
  | { readonly type: 'dismiss'; readonly who: number }
  | { readonly type: 'resume'; readonly who: number }
  /** A message whose transaction stays open until a `settle`, while others commit. */
  | { readonly type: 'late'; readonly who: number; readonly text: Text }
  | { readonly type: 'settle'; readonly who: number; readonly end: 'commit' | 'rollback' }
  /** The campaign's rules become others, for everybody. */
  | { readonly type: 'rules'; readonly who: number; readonly which: number }

export const PEOPLE = 3

/** The defaults, and rules by which the same answers mean something else. */
export const RULE_SETS: readonly (readonly StatusRule[])[] = [
  DEFAULT_RULES,
  [
    {
      position: 1,
      objectiveKey: 'interview_scheduled',
      status: 'hired',
      rank: 4,
      isRefusal: false,
    },
    { position: 2, objectiveKey: 'interested', status: 'interview', rank: 3, isRefusal: false },
    { position: 3, objectiveKey: 'rejected', status: 'rejected', rank: 1, isRefusal: true },
  ],
]

const who = fc.integer({ min: 0, max: PEOPLE - 1 })
const key = fc.constantFrom(...KEYS)

export const stepArb: fc.Arbitrary<Step> = fc.oneof(
  { weight: 7, arbitrary: wishStepArb(who) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('write' as const), who, text: textArb }),
  },
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
  { weight: 1, arbitrary: fc.record({ type: fc.constant('accept' as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('dismiss' as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('resume' as const), who }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('late' as const), who, text: textArb }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('settle' as const),
      who,
      end: fc.constantFrom('commit' as const, 'rollback' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('rules' as const),
      who,
      which: fc.nat(1),
    }),
  },
)

/** What a session says, kept in order; the oracle's only state besides the card. */
class OracleSession {
  #messages = 0
  #calls = 0
  #values: Record<string, ObjectiveValue> = {}
  #events: ObjectiveEvent[] = []

  write(): void {
    this.#messages += 1
  }

  apply(step: Step): void {
    switch (step.type) {
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
      case 'accept':
      case 'dismiss':
      case 'resume':
      case 'write':
      case 'late':
      case 'settle':
      case 'rules':
      case 'stranger-writes':
      case 'stranger-leaves':
      case 'link':
      case 'bar':
      case 'lift':
        return
    }
  }

  /** @param linkedMessages those of other conversations that a person said are theirs */
  resolve(rules: readonly StatusRule[], linkedMessages: number): StatusResolution {
    return resolveStatus(rules, {
      objectives: toFacts(this.#values, this.#events),
      inboundCount: this.#messages + linkedMessages,
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
class OracleCard {
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
    } else if (step.type === 'accept') {
      this.#card = decideCard(this.#card, { type: 'accept' })
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

/** A whole story as the oracle reads it: in order, at once, and without any tick. */
export class OracleStory {
  readonly wishes = new OracleWishes(PEOPLE)
  readonly #people = Array.from({ length: PEOPLE }, () => ({
    session: new OracleSession(),
    card: new OracleCard(),
  }))
  #rules = DEFAULT_RULES
  #open: { readonly who: number; readonly text: Text; readonly place: number }[] = []

  /** Whether a person finds anything to decide; without evidence a card can't be handed back. */
  makesSense(step: Step): boolean {
    if (isWishStep(step)) return this.wishes.makesSense(step)
    return step.type !== 'resume' || this.seen(step.who).status !== 'not-contacted'
  }

  take(step: Step): void {
    if (isWishStep(step)) this.wishes.take(step)
    if (step.type === 'late') this.#open.push({ ...step, place: this.wishes.nextPlace() })
    if (step.type === 'settle') {
      const committed = step.end === 'commit' ? this.#open : []
      this.#open = []
      for (const { who, text, place } of committed) this.#write(who, text, place)
    }
    if (step.type === 'write') this.#write(step.who, step.text, this.wishes.nextPlace())
    if (step.type === 'forget' || step.type === 'remove') this.wishes.forgetOwn(step.who)
    if (step.type === 'rules') this.#rules = RULE_SETS[step.which] ?? DEFAULT_RULES
    const { session, card } = this.#person(step.who)
    session.apply(step)
    card.decide(step, this.#resolve(step.who))
    for (const [who, each] of this.#people.entries()) each.card.derive(this.#resolve(who))
  }

  seen(who: number) {
    const { status, contested } = this.#resolve(who)
    const card = this.#person(who).card.seen()
    return {
      status: status ?? 'not-contacted',
      contested,
      card,
      ...this.wishes.seen(who),
    }
  }

  #write(who: number, text: Text, place: number): void {
    this.#person(who).session.write()
    this.wishes.writeOwn(who, place, text)
  }

  #resolve(who: number): StatusResolution {
    return this.#person(who).session.resolve(this.#rules, this.wishes.linkedMessages(who))
  }

  #person(who: number) {
    const person = this.#people[who]
    if (person === undefined) throw new Error('nobody of this story')
    return person
  }
}

function isWishStep(step: Step): step is WishStep {
  return ['stranger-writes', 'stranger-leaves', 'link', 'bar', 'lift'].includes(step.type)
}
