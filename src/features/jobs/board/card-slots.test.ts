import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardCard, cardId } from '../../../../tests/fixtures/board-rows.ts'
import type { Card } from '../../../data/frontend/cards.ts'
import {
  type CardPage,
  countWithPending,
  patchPages,
  type PendingCards,
  type Slot,
  toSlots,
  withPending,
} from './card-slots.ts'

const names = (slots: readonly Slot[]) => slots.map((slot) => slot?.name ?? null)
const cards = (from: number, count: number): Card[] =>
  Array.from({ length: count }, (_, nth) => boardCard(from + nth))
const page = (number: number, items: readonly Card[], total: number): CardPage => ({
  page: number,
  items,
  total,
})

test('pages that are not loaded leave a gap of their size', () => {
  const slots = toSlots([page(0, cards(0, 100), 250), page(2, cards(200, 50), 250)])
  expect(slots).toHaveLength(250)
  expect(slots[99]?.name).toBe('Person 99')
  expect(slots[100]).toBeUndefined()
  expect(slots[200]?.name).toBe('Person 200')
})

test('a card that moved between the reading of two pages is shown once', () => {
  const slots = toSlots([page(0, cards(0, 100), 199), page(1, cards(99, 100), 199)])
  expect(new Set(names(slots)).size).toBe(slots.length)
})

test('a pending move takes the card out of its column and puts it in its place in the other', () => {
  const pending: PendingCards = new Map([
    [cardId(1), boardCard(1, { status: 'interview', position: 15 })],
  ])
  const from = withPending(cards(0, 3), 'contacted', pending)
  expect(names(from)).toEqual(['Person 0', 'Person 2'])
  const target = [10, 20].map((nth) => boardCard(nth, { status: 'interview' }))
  const to = withPending(target, 'interview', pending)
  expect(names(to)).toEqual(['Person 10', 'Person 1', 'Person 20'])
})

test('a card that is being removed is gone at once', () => {
  const shown = withPending(cards(0, 2), 'contacted', new Map([[cardId(0), null]]))
  expect(names(shown)).toEqual(['Person 1'])
})

test('a move to the end of what is loaded stays before the gap', () => {
  const slots: Slot[] = [boardCard(1), boardCard(2), undefined]
  const pending = new Map([[cardId(9), boardCard(9)]])
  expect(names(withPending(slots, 'contacted', pending))).toEqual([
    'Person 1',
    'Person 2',
    'Person 9',
    null,
  ])
})

const COLUMNS = ['contacted', 'interested', 'interview'] as const
const someCards = fc
  .uniqueArray(fc.nat(60), { maxLength: 30 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((nth) =>
        fc
          .tuple(fc.constantFrom(...COLUMNS), fc.integer({ min: 0, max: 20 }))
          .map(([status, position]) => boardCard(nth, { status, position })),
      ),
    ),
  )
const someMoves = fc.array(
  fc.tuple(fc.nat(60), fc.option(fc.constantFrom(...COLUMNS)), fc.integer({ min: 0, max: 20 })),
  { maxLength: 8 },
)

function byColumn(all: readonly Card[], pending: PendingCards) {
  return COLUMNS.map((key) =>
    withPending(
      all
        .filter(({ status }) => status === key)
        .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)),
      key,
      pending,
    ),
  )
}

test('whatever is pending, each card is on the board once, in order; doing it twice changes nothing', () => {
  fc.assert(
    fc.property(someCards, someMoves, (all, moves) => {
      const pending = new Map(
        moves.map(([nth, status, position]) => [
          cardId(nth),
          status === null ? null : boardCard(nth, { status, position }),
        ]),
      )
      const shown = byColumn(all, pending)
      const ids = shown.flat().map((slot) => slot?.id)
      expect(new Set(ids).size).toBe(ids.length)
      const removed = [...pending].filter(([, after]) => after === null).map(([id]) => id)
      const known = [...all.map(({ id }) => id), ...pending.keys()]
      expect(new Set(ids)).toEqual(new Set(known.filter((id) => !removed.includes(id))))
      for (const column of shown) {
        const positions = column.map((slot) => slot?.position ?? 0)
        expect(positions).toEqual(positions.toSorted((a, b) => a - b))
      }
      // The database answered already, the change is still pending: no card moves again.
      const settled = shown.flat().filter((slot) => slot !== undefined)
      expect(byColumn(settled, pending).map(names)).toEqual(shown.map(names))
    }),
  )
})

test('a saved card stands where it will be, and the totals follow', () => {
  const pages = [page(0, cards(0, 100), 150), page(1, cards(100, 50), 150)]
  const moved = boardCard(999, { position: 120.5 })
  const patched = patchPages(pages, 'contacted', moved.id, moved)
  expect(patched.map(({ total }) => total)).toEqual([151, 151])
  expect(patched[1]?.items.map(({ name }) => name).slice(20, 23)).toEqual([
    'Person 120',
    'Person 999',
    'Person 121',
  ])
  const left = patchPages(patched, 'contacted', moved.id, { ...moved, status: 'hired' })
  expect(left).toEqual(pages)
})

test('counts follow what is pending', () => {
  const before = boardCard(1)
  const pending = [{ before, after: { ...before, status: 'hired' } }]
  expect(countWithPending(3, 'contacted', pending)).toBe(2)
  expect(countWithPending(0, 'hired', pending)).toBe(1)
  expect(countWithPending(3, 'contacted', [{ before, after: null }])).toBe(2)
})
