import { expect, test } from 'vitest'
import { boardCard, cardId } from '../../../../tests/fixtures/board-rows.ts'
import { createSelection, rangeOf } from './selection.ts'

test('a card is turned on and off, and is where the next range begins', () => {
  const selection = createSelection()
  selection.getState().toggle(boardCard(1))
  expect([...selection.getState().cards.keys()]).toEqual([cardId(1)])
  expect(selection.getState().anchorId).toBe(cardId(1))
  selection.getState().toggle(boardCard(1))
  expect(selection.getState().cards.size).toBe(0)
})

test('a selection remembers what was seen of a card, not what it is later', () => {
  const selection = createSelection()
  selection.getState().add([boardCard(1, { status: 'contacted' }), boardCard(2)])
  expect(selection.getState().cards.get(cardId(1))?.status).toBe('contacted')
  selection.getState().clear()
  expect(selection.getState().cards.size).toBe(0)
})

test('a range goes either way and keeps the gaps between', () => {
  const slots = [boardCard(1), undefined, boardCard(3), boardCard(4)]
  expect(rangeOf(slots, cardId(3), cardId(1))).toEqual([boardCard(1), undefined, boardCard(3)])
  expect(rangeOf(slots, cardId(1), cardId(9))).toBeNull()
})
