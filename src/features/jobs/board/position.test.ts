import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePlaces, type Placed, planPlace } from './position.ts'

/** Seconds since 1970, as the database gives them: the spacing of doubles is 0.24 µs there. */
const NOW = 1_760_000_000

const column = (...positions: readonly number[]): Placed[] =>
  positions.map((position, nth) => ({ id: `card-${String(nth).padStart(3, '0')}`, position }))

/** The column after the plan was carried out, in the order the database would answer. */
function carryOut(cards: readonly Placed[], index: number): string[] {
  const { position, shifts } = planPlace(cards, index)
  const shifted = new Map(shifts.map((shift) => [shift.id, shift.position]))
  return [
    ...cards.map(({ id, position: old }) => ({ id, position: shifted.get(id) ?? old })),
    { id: 'moved', position },
  ]
    .toSorted(comparePlaces)
    .map(({ id }) => id)
}

test('between two cards is half-way, and nobody else moves', () => {
  expect(planPlace(column(10, 20), 1)).toEqual({ position: 15, shifts: [] })
})

test('the top is above the first card, the end below the last', () => {
  expect(planPlace(column(10, 20), 0).position).toBeLessThan(10)
  expect(planPlace(column(10, 20), 2).position).toBeGreaterThan(20)
})

test('an empty column takes a card without more', () => {
  expect(planPlace([], 0)).toEqual({ position: 0, shifts: [] })
})

test('cards without room between them make some, and only those around', () => {
  const cards = column(NOW, NOW + 1, NOW + 1, NOW + 2, NOW + 3)
  const { shifts } = planPlace(cards, 2)
  expect(shifts.map(({ id }) => id)).toEqual(['card-001', 'card-002'])
  expect(carryOut(cards, 2)).toEqual([
    'card-000',
    'card-001',
    'moved',
    'card-002',
    'card-003',
    'card-004',
  ])
})

test('wherever a card is put, it stands there, and the others keep their order', () => {
  const spacing = fc.constantFrom(0, 2 ** -22, 0.000_005, 0.5, 1)
  fc.assert(
    fc.property(fc.array(spacing, { maxLength: 40 }), fc.nat(40), (spacings, wanted) => {
      let at = NOW
      const cards = column(...spacings.map((space) => (at += space)))
      const index = Math.min(wanted, cards.length)
      const ids = cards.map(({ id }) => id)
      expect(carryOut(cards, index)).toEqual(ids.toSpliced(index, 0, 'moved'))
    }),
  )
})

test('a hundred cards put one after the other into the same gap all stay apart', () => {
  let cards = column(NOW, NOW + 0.000_005, NOW + 1)
  for (let nth = 0; nth < 100; nth += 1) {
    const { position, shifts } = planPlace(cards, 1)
    const shifted = new Map(shifts.map((shift) => [shift.id, shift.position]))
    cards = [
      ...cards.map((card) => ({ ...card, position: shifted.get(card.id) ?? card.position })),
      { id: `new-${nth}`, position },
    ].toSorted(comparePlaces)
    expect(cards[1]?.id).toBe(`new-${nth}`)
  }
  expect(new Set(cards.map(({ position }) => position)).size).toBe(cards.length)
})
