/**
 * The launch as a story of workers that die, receivers that answer anything and people who change
 * their minds; and its plain oracle, which knows neither batches nor leases, only who was asked,
 * who was reached, and who no longer wanted it.
 */
import fc from 'fast-check'
import { canTransition, type CampaignState } from '../../src/domain/campaign/campaign-state.ts'
import type { Death } from './dying-worker.ts'
import { answer, type Behaviour } from './test-receiver.ts'

export const PEOPLE = 5
export const CAMPAIGNS = 2

export type Step =
  | {
      readonly kind: 'work'
      readonly behaviour: BehaviourName
      /** One worker each, at the same time; null: it lives. */
      readonly deaths: readonly (Death | null)[]
    }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'suppress'; readonly person: number }
  /** The session is begun by somebody else, as after a restore of ours. */
  | { readonly kind: 'appear'; readonly person: number; readonly campaign: number }
  | { readonly kind: 'change'; readonly campaign: number; readonly action: Action }
  | { readonly kind: 'retry'; readonly campaign: number }
  /** The campaign's calling hours begin or end. */
  | { readonly kind: 'hours'; readonly campaign: number; readonly open: boolean }
  /** How often, over all campaigns, somebody may be contacted. */
  | { readonly kind: 'limit'; readonly limit: LimitName }
  /** What was not sent of the campaign is too late. */
  | { readonly kind: 'expire'; readonly campaign: number }

/** Limits as the settings have them, and how they bar somebody. */
export const LIMITS = {
  none: { value: {}, bar: null },
  cap: { value: { maxContacts: 1 }, bar: 'contact_cap' },
  'cool-down': { value: { coolDownDays: 7 }, bar: 'cool_down' },
} as const
export type LimitName = keyof typeof LIMITS

export type Action = 'pause' | 'resume' | 'stop'

const TARGETS = { pause: 'paused', resume: 'running', stop: 'stopped' } as const

/** The state an action leads to from another; null: it is refused, or changes nothing. */
export function afterAction(from: CampaignState, action: Action): CampaignState | null {
  const to = TARGETS[action]
  const isFromElsewhere = action === 'resume' && from !== 'paused'
  return from === to || isFromElsewhere || !canTransition(from, to) ? null : to
}

/** What the receiver may do with a POST, and whether its answer surely says that nothing was taken. */
export const BEHAVIOURS = {
  'takes all': { takes: 'all', status: 200, body: 'accepted', refuses: false },
  'takes some': { takes: 'some', status: 200, body: 'accepted', refuses: false },
  'takes and dies': { takes: 'all', status: 0, body: '', refuses: false },
  'takes but fails': { takes: 'all', status: 500, body: 'Error in workflow', refuses: false },
  'takes silently': { takes: 'all', status: 200, body: '', refuses: false },
  'fails without taking': { takes: 'none', status: 500, body: '', refuses: false },
  'says it started': { takes: 'none', status: 200, body: 'Workflow was started', refuses: false },
  starts: { takes: 'none', status: 200, body: 'n8n is starting up. Please wait', refuses: true },
  limits: { takes: 'none', status: 429, body: '', refuses: true },
  'wants a token': {
    takes: 'none',
    status: 403,
    body: 'Authorization data is wrong!',
    refuses: true,
  },
} as const satisfies Readonly<
  Record<string, { takes: 'all' | 'some' | 'none'; status: number; body: string; refuses: boolean }>
>
export type BehaviourName = keyof typeof BEHAVIOURS

export function toBehaviour(name: BehaviourName): Behaviour {
  const { takes, status, body } = BEHAVIOURS[name]
  return async (post, take, response) => {
    const taken = takes === 'all' ? post.sessions : takes === 'some' ? post.sessions.slice(1) : []
    if (taken.length > 0) await take(taken)
    if (status === 0) return void response.destroy()
    answer(
      response,
      status,
      body === 'accepted' ? JSON.stringify({ accepted: taken.length }) : body,
    )
  }
}

const campaign = fc.nat(CAMPAIGNS - 1)
const person = fc.nat(PEOPLE - 1)
const death = fc.option(
  fc.record({
    at: fc.integer({ min: 1, max: 14 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
)
const kind = <Kind extends string>(name: Kind) => fc.constant(name)

export const stepArb: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      kind: kind('work'),
      behaviour: fc.constantFrom(...(Object.keys(BEHAVIOURS) as BehaviourName[])),
      deaths: fc.array(death, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: kind('pass'), minutes: fc.constantFrom(1, 3, 9, 11) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('suppress'), person }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('appear'), person, campaign }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind('change'),
      campaign,
      action: fc.constantFrom<Action>('pause', 'resume', 'resume', 'stop'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('retry'), campaign }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('hours'), campaign, open: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kind('limit'),
      limit: fc.constantFrom(...(Object.keys(LIMITS) as LimitName[])),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('expire'), campaign }) },
)

/** What is known of one recipient, in the order in which it happened. */
export type Facts = {
  readonly phone: string
  /** The session is in the backend. */
  readonly exists: boolean
  /** A POST that named them, or may have, got no sure refusal. */
  readonly inDoubt: boolean
  readonly suppressed: boolean
  readonly stopped: boolean
  readonly expired: boolean
  /** The bars of the limits that were ever set. */
  readonly limits: readonly string[]
}

/**
 * The deliveries a recipient may end with once everything works again, `state` or `state:reason`;
 * `others` are the same phone's recipients in other campaigns.
 *
 * @param proven whether what is missing may be posted again without a person's word
 */
export function endsOf(facts: Facts, others: readonly Facts[], proven: boolean): string[] {
  if (facts.exists) return ['confirmed']
  const ends: string[] = []
  const bars = [
    ...(facts.suppressed ? ['opted_out'] : []),
    ...(facts.stopped ? ['stopped'] : []),
    ...(facts.expired ? ['expired'] : []),
    // A limit counts contacts of others only.
    ...(others.some((other) => other.exists || other.inDoubt) ? facts.limits : []),
    // Whoever another campaign may have reached, or held until it was stopped, is left to it.
    ...(others.some((other) => other.exists || other.inDoubt || isGivenUp(other))
      ? ['active_elsewhere']
      : []),
  ]
  for (const bar of bars) ends.push(`excluded:${bar}`)
  if (facts.inDoubt) {
    ends.push(...bars.map((bar) => `unconfirmed:${bar}`))
    // A person is asked where nothing may be posted again, and nobody is where it was stopped.
    if (!proven || isGivenUp(facts)) ends.push('unconfirmed:needs_decision')
  }
  return ends
}

/** Whether somebody, or time, ended what this recipient waited for. */
export function isGivenUp({ stopped, suppressed, expired }: Facts): boolean {
  return stopped || suppressed || expired
}
