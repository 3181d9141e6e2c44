import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAffirmed, toFacts, type ObjectiveEvent } from './status-facts.ts'

const event = (id: number, value: ObjectiveEvent['value'], at: string | null): ObjectiveEvent => ({
  id,
  objectiveKey: 'interview_scheduled',
  value,
  at,
  source: 'chat',
})
const [T1, T2] = ['2026-03-01T09:00:00.000Z', '2026-03-02T09:00:00.000Z']

test.each([true, 1, -2.5, 'yes', 'Tuesday 10am', 'Nottingham, Monday', 'Norma Smith'])(
  '%j affirms an interview',
  (value) => {
    expect(isAffirmed('interview_scheduled', value)).toBe(true)
  },
)

// prettier-ignore
test.each([
  [false], [0], [Number.NaN], [''], ['  '], ['No'], ['no.'], ['NONE'], ['false'], ['not yet'], ['n/a'], ['-'],
  ['0'], ['unknown'], ['Not scheduled'], ['No, prefers calls'], ['never asked'], ['declined'],
])('%j does not', (value) => {
  expect(isAffirmed('interview_scheduled', value)).toBe(false)
})

test('a reason affirms a refusal even if it begins with a no', () => {
  expect(isAffirmed('rejected', 'Not interested in nights')).toBe(true)
  expect(isAffirmed('interested', 'Not interested in nights')).toBe(false)
  for (const value of ['no', 'No, still keen', 'none', 'not rejected']) {
    expect(isAffirmed('rejected', value)).toBe(false)
  }
})

test('a value is dated by the last event that set it', () => {
  const events = [event(1, 'Friday', T2), event(2, 'Tuesday', T1), event(3, false, null)]
  expect(toFacts({ interview_scheduled: 'Friday' }, events)).toEqual([
    { key: 'interview_scheduled', value: 'Friday', affirmed: true, at: T2, eventId: 1 },
  ])
})

test('events of one instant are ordered by id', () => {
  const events = [event(2, false, T1), event(1, true, T1)]
  expect(toFacts({ interview_scheduled: false }, events)[0]).toMatchObject({ eventId: 2, at: T1 })
})

test('a value that its last event contradicts is not dated', () => {
  const events = [event(1, true, T1), event(2, false, T2)]
  expect(toFacts({ interview_scheduled: true }, events)[0]).toMatchObject({
    at: null,
    eventId: null,
  })
  expect(toFacts({ interview_scheduled: true }, [event(1, null, T1)])[0]?.at).toBeNull()
})

test('times are instants, whatever zone they were written in', () => {
  const events = [event(1, true, '2026-03-01T10:00:00.000900+01:00')]
  expect(toFacts({ interview_scheduled: true }, events)[0]?.at).toBe(T1)
  expect(toFacts({ interview_scheduled: true }, [event(1, true, 'soon')])[0]?.at).toBeNull()
})

test('every key with a value has one fact, in order of keys, whatever the order of the events', () => {
  const value = fc.oneof(fc.boolean(), fc.integer(), fc.string())
  const key = fc.constantFrom('a', 'b', 'interested')
  const anyEvents = fc.uniqueArray(
    fc.record({
      id: fc.nat(50),
      objectiveKey: key,
      value: fc.option(value),
      at: fc.constantFrom(T1, T2, null),
      source: fc.constant(''),
    }),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(fc.dictionary(key, value), anyEvents, (values, events) => {
      const facts = toFacts(values, events)
      expect(facts.map((fact) => fact.key)).toEqual(Object.keys(values).toSorted())
      expect(toFacts(values, events.toReversed())).toEqual(facts)
    }),
  )
})
