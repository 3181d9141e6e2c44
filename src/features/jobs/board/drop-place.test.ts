import { expect, test } from 'vitest'
import { placeAmong } from './drop-place.ts'

const items = [5, 6, 7].map((index) => ({ index, top: (index - 5) * 100, height: 90 }))

test('a card lands above the first one whose middle is below its own', () => {
  expect(placeAmong(items, 20)).toBe(5)
  expect(placeAmong(items, 60)).toBe(6)
  expect(placeAmong(items, 144)).toBe(6)
})

test('below all of them it lands at the end, in an empty column at the top', () => {
  expect(placeAmong(items, 900)).toBe(8)
  expect(placeAmong([], 900)).toBe(0)
})
