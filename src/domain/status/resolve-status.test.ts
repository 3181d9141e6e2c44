import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveStatus } from './resolve-status.ts'
import type { ObjectiveFact, StatusFacts } from './status-facts.ts'
import { DEFAULT_RULES } from './status-rule.ts'

const [T1, T2, T3] = [
  '2026-03-01T09:00:00.000Z',
  '2026-03-02T09:00:00.000Z',
  '2026-03-03T09:00:00.000Z',
]

type Said = Record<string, boolean | string | null>

/** `true` and `null`: affirmed without a time; a text: affirmed at that time; `false`: denied. */
function facts(said: Said, activity: Partial<StatusFacts> = {}): StatusFacts {
  const objectives = Object.entries(said).map(([key, when]): ObjectiveFact => ({
    key,
    value: when !== false,
    affirmed: when !== false,
    at: typeof when === 'string' ? when : null,
    eventId: null,
  }))
  return { objectives, inboundCount: 0, answeredCalls: 0, ...activity }
}
const resolve = (said: Said, activity: Partial<StatusFacts> = {}) =>
  resolveStatus(DEFAULT_RULES, facts(said, activity))

test.each([
  [{ interested: true }, 'interested'],
  [{ interested: true, interview_scheduled: true }, 'interview'],
  [{ hired: true, interview_scheduled: true }, 'hired'],
  [{ started_work: true, hired: true }, 'started-work'],
  [{ not_interested: true }, 'rejected'],
])('%j is %s', (said, status) => {
  expect(resolve(said)).toMatchObject({ status, contested: null })
})

test('nothing known is no status', () => {
  expect(resolve({})).toEqual({ status: null, contested: null, because: null })
})

test.each([
  [{ day_rate: true }, {}, { kind: 'value', objectiveKey: 'day_rate' }],
  [{ interested: false }, {}, { kind: 'value', objectiveKey: 'interested' }],
  [{}, { inboundCount: 2 }, { kind: 'inbound', objectiveKey: null }],
  [{}, { answeredCalls: 1 }, { kind: 'call', objectiveKey: null }],
  [{ day_rate: true }, { inboundCount: 1 }, { kind: 'inbound', objectiveKey: null }],
])('a sign of life makes contacted: %j %j', (said, activity, because) => {
  expect(resolve(said, activity)).toMatchObject({ status: 'contacted', because })
})

test('an answer of no is no refusal', () => {
  expect(resolve({ interested: false, rejected: false }).status).toBe('contacted')
})

test('a refusal outweighs interest, even earlier than it', () => {
  expect(resolve({ interested: T2, not_interested: T1 })).toMatchObject({
    status: 'rejected',
    contested: null,
    because: { kind: 'refusal', position: 5, objectiveKey: 'not_interested' },
  })
})

test.each(['interview_scheduled', 'hired', 'started_work'])(
  'between %s and a refusal the later one wins',
  (key) => {
    expect(resolve({ [key]: T1, rejected: T2 })).toMatchObject({
      status: 'rejected',
      contested: null,
    })
    expect(resolve({ [key]: T2, rejected: T1 }).status).not.toBe('rejected')
  },
)

test('at the same instant the interview wins', () => {
  expect(resolve({ interview_scheduled: T1, rejected: T1 })).toMatchObject({
    status: 'interview',
    contested: null,
  })
})

test('undated, the rules decide and the refusal is suggested', () => {
  expect(resolve({ interview_scheduled: T1, rejected: true })).toMatchObject({
    status: 'interview',
    contested: 'rejected',
  })
  expect(resolve({ interview_scheduled: true, rejected: T1 }).contested).toBe('rejected')
})

test('the latest of each side counts', () => {
  expect(resolve({ hired: T1, interview_scheduled: T3, rejected: T2 }).status).toBe('hired')
  expect(resolve({ hired: T1, rejected: T2, not_interested: T3 }).status).toBe('rejected')
  expect(
    resolve({ hired: T1, interview_scheduled: T2, rejected: T1, not_interested: T3 }),
  ).toMatchObject({ status: 'rejected', because: { objectiveKey: 'rejected' } })
})

test('one undated objective leaves its side undated', () => {
  expect(resolve({ hired: true, interview_scheduled: T1, rejected: T2 })).toMatchObject({
    status: 'hired',
    contested: 'rejected',
  })
})

test('where refusals come first in the rules, nothing contests them', () => {
  const rules = DEFAULT_RULES.map((rule) =>
    rule.isRefusal ? { ...rule, position: rule.position - 10 } : rule,
  )
  expect(resolveStatus(rules, facts({ interview_scheduled: T2, rejected: T1 }))).toMatchObject({
    status: 'rejected',
    contested: null,
  })
})

const KEYS = [...DEFAULT_RULES.map((rule) => rule.objectiveKey), 'day_rate']
const anySaid = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.constantFrom(true, false, null, T1, T2, T3),
)
const anyActivity = fc.record({ inboundCount: fc.nat(2), answeredCalls: fc.nat(2) })

test('there is a status exactly where something is known', () => {
  fc.assert(
    fc.property(anySaid, anyActivity, (said, activity) => {
      const { status, because } = resolve(said, activity)
      const isKnown =
        Object.keys(said).length > 0 || activity.inboundCount > 0 || activity.answeredCalls > 0
      expect(status !== null).toBe(isKnown)
      expect(because !== null).toBe(isKnown)
    }),
  )
})

test('a status rests on an affirmed objective, or is contacted', () => {
  fc.assert(
    fc.property(anySaid, anyActivity, (said, activity) => {
      const { status, because } = resolve(said, activity)
      if (because?.kind === 'objective' || because?.kind === 'refusal') {
        expect(said[because.objectiveKey ?? '']).not.toBe(false)
        expect(because.kind === 'refusal').toBe(status === 'rejected')
      } else expect(status ?? 'contacted').toBe('contacted')
    }),
  )
})

test('only a refusal that stands against something contests', () => {
  fc.assert(
    fc.property(anySaid, (said) => {
      const { status, contested } = resolve(said)
      if (contested === null) return
      expect(contested).toBe('rejected')
      expect(['interview', 'hired', 'started-work']).toContain(status)
    }),
  )
})

test('more recent evidence for a refusal never helps the other side', () => {
  fc.assert(
    fc.property(anySaid, (said) => {
      const before = resolve({ ...said, rejected: T1 })
      const after = resolve({ ...said, rejected: T3 })
      if (before.status === 'rejected') expect(after.status).toBe('rejected')
    }),
  )
})

test('the order of facts and rules in their lists does not matter', () => {
  fc.assert(
    fc.property(anySaid, anyActivity, (said, activity) => {
      const given = facts(said, activity)
      const turned = { ...given, objectives: given.objectives.toReversed() }
      expect(resolveStatus(DEFAULT_RULES.toReversed(), turned)).toEqual(
        resolveStatus(DEFAULT_RULES, given),
      )
    }),
  )
})
