import { expect, test } from 'vitest'
import { toPoints } from './trend-line.tsx'

test('the best day touches the top, a day without anything the bottom', () => {
  expect(toPoints([0, 5, 10], 100, 24)).toBe('0,22 50,12 100,2')
})

test('days on which nothing happened lie at the bottom', () => {
  expect(toPoints([0, 0], 100, 24)).toBe('0,22 100,22')
})

test('a single day has a place', () => {
  expect(toPoints([3], 100, 24)).toBe('0,2')
})
