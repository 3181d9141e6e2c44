import { expect, test } from 'vitest'
import { boardCard } from '../../../../tests/fixtures/board-rows.ts'
import type { Slot } from './card-slots.ts'
import { planMove } from './plan-move.ts'

const column: readonly Slot[] = [boardCard(10), boardCard(20), boardCard(30)]
const visitor = boardCard(99, { status: 'interested', suggestedStatus: 'interview' })

test('into another column is a person’s decision, and answers the suggestion', () => {
  expect(planMove(visitor, 'contacted', column, 1)?.after).toMatchObject({
    status: 'contacted',
    position: 15,
    statusSetBy: 'person',
    suggestedStatus: null,
  })
})

test('within its column only the place changes', () => {
  const change = planMove(boardCard(10), 'contacted', column, 2)
  expect(change?.after).toEqual(boardCard(10, { position: 25 }))
})

test('onto its own place is no move', () => {
  expect(planMove(boardCard(20), 'contacted', column, 1)).toBeNull()
  expect(planMove(boardCard(20), 'contacted', column, 2)).toBeNull()
})

test('at the edge of cards that are not loaded the place is one inside', () => {
  const gap = [...column, undefined, undefined]
  expect(planMove(visitor, 'contacted', gap, 3)?.after.position).toBe(25)
  expect(planMove(visitor, 'contacted', gap, 5)?.after.position).toBe(25)
  expect(planMove(visitor, 'contacted', [undefined, ...column], 1)?.after.position).toBe(15)
})

test('cards that make room are part of the move', () => {
  const tight = [boardCard(1, { position: 5 }), boardCard(2, { position: 5 })]
  const change = planMove(visitor, 'contacted', tight, 1)
  expect(change?.shifts.map(({ before }) => before.name)).toEqual(['Person 1', 'Person 2'])
  const [above, below] = change?.shifts ?? []
  expect(above?.after.position).toBeLessThan(change?.after.position ?? 0)
  expect(below?.after.position).toBeGreaterThan(change?.after.position ?? 0)
})
