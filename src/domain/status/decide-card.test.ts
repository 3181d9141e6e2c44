import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideCard, suggestionOf, type Card, type CardEvent } from './decide-card.ts'

const NEW: Card = {
  status: 'not-contacted',
  setBy: 'automation',
  proposed: null,
  decidedAgainst: null,
}
const derive = (derived: string | null, contested: string | null = null): CardEvent => ({
  type: 'derive',
  derived,
  contested,
})
const after = (...events: CardEvent[]) => events.reduce(decideCard, NEW)

test('automation sets, raises and lowers what it set itself', () => {
  expect(after(derive('interested')).status).toBe('interested')
  expect(after(derive('interview'), derive('interested')).status).toBe('interested')
  expect(after(derive('interview'), derive(null)).status).toBe('not-contacted')
})

test("a person's status stays, and what the evidence says becomes a suggestion", () => {
  const card = after(derive('interested'), { type: 'person-sets', status: 'hired' })
  expect(suggestionOf(card)).toBeNull()
  const later = decideCard(card, derive('rejected'))
  expect(later.status).toBe('hired')
  expect(suggestionOf(later)).toBe('rejected')
})

test('what was decided against is not suggested again, until something else was said', () => {
  const card = after(derive('interested'), { type: 'person-sets', status: 'contacted' })
  expect(suggestionOf(decideCard(card, derive('interested')))).toBeNull()
  expect(suggestionOf(decideCard(card, derive('interview')))).toBe('interview')
})

test('accepting is a decision of the person', () => {
  const card = after(
    { type: 'person-sets', status: 'hired' },
    derive('rejected'),
    { type: 'accept' },
    derive('interested'),
  )
  expect(card).toMatchObject({ status: 'rejected', setBy: 'person' })
})

test('dismissing keeps the status and silences that suggestion', () => {
  const card = after(derive('interview', 'rejected'))
  expect(suggestionOf(card)).toBe('rejected')
  const dismissed = decideCard(card, { type: 'dismiss' })
  expect(dismissed).toMatchObject({ status: 'interview', setBy: 'automation' })
  expect(suggestionOf(decideCard(dismissed, derive('interview', 'rejected')))).toBeNull()
})

test('moving a card within its column decides nothing', () => {
  const card = after(derive('interested'))
  expect(decideCard(card, { type: 'person-sets', status: 'interested' })).toEqual(card)
})

test('resuming hands the card back at what the rules say, not at what contests them', () => {
  const card = after({ type: 'person-sets', status: 'hired' }, derive('interview', 'rejected'), {
    type: 'resume-automation',
    derived: 'interview',
  })
  expect(card).toMatchObject({ status: 'interview', setBy: 'automation' })
  expect(suggestionOf(card)).toBe('rejected')
  expect(decideCard(card, derive('interview', 'rejected'))).toEqual(card)
})

test('a card without evidence stays where it is when handed back', () => {
  const resume: CardEvent = { type: 'resume-automation', derived: null }
  expect(after({ type: 'person-sets', status: 'hired' }, resume).status).toBe('hired')
})

const anyStatus = fc.constantFrom(
  'not-contacted',
  'contacted',
  'interested',
  'interview',
  'rejected',
)
const anyDerive = fc
  .tuple(fc.option(anyStatus), fc.boolean())
  .map(([derived, isContested]) =>
    derive(derived, isContested && derived === 'interview' ? 'rejected' : null),
  )
const anyEvent: fc.Arbitrary<CardEvent> = fc.oneof(
  anyDerive,
  anyStatus.map((status): CardEvent => ({ type: 'person-sets', status })),
  fc.constantFrom<CardEvent>({ type: 'accept' }, { type: 'dismiss' }),
  fc.option(anyStatus).map((derived): CardEvent => ({ type: 'resume-automation', derived })),
)
const anyCard = fc.array(anyEvent).map((events) => after(...events))

test("evidence never changes a person's status", () => {
  fc.assert(
    fc.property(anyCard, fc.array(anyDerive), (card, derives) => {
      fc.pre(card.setBy === 'person')
      const later = derives.reduce(decideCard, card)
      expect(later).toMatchObject({ status: card.status, setBy: 'person' })
      expect(later.decidedAgainst).toBe(card.decidedAgainst)
    }),
  )
})

test('a suggestion exists exactly while the proposal differs from status and decision', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const differs =
        card.proposed !== null &&
        card.proposed !== card.status &&
        card.proposed !== card.decidedAgainst
      expect(suggestionOf(card)).toBe(differs ? card.proposed : null)
    }),
  )
})

test('no decision of a person leaves a suggestion open', () => {
  fc.assert(
    fc.property(anyCard, anyStatus, (card, status) => {
      fc.pre(status !== card.status)
      const decisions: CardEvent[] = [{ type: 'person-sets', status }, { type: 'dismiss' }]
      if (suggestionOf(card) !== null) decisions.push({ type: 'accept' })
      for (const decision of decisions) {
        expect(suggestionOf(decideCard(card, decision))).toBeNull()
      }
    }),
  )
})

test('every event is idempotent', () => {
  fc.assert(
    fc.property(anyCard, anyEvent, (card, event) => {
      const once = decideCard(card, event)
      expect(decideCard(once, event)).toEqual(once)
    }),
  )
})

test('of any number of looks at the evidence only the last one counts', () => {
  fc.assert(
    fc.property(anyCard, fc.array(anyDerive), anyDerive, (card, earlier, last) => {
      expect(decideCard(earlier.reduce(decideCard, card), last)).toEqual(decideCard(card, last))
    }),
  )
})
