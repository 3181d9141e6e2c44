import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffDelayMs } from './back-off.ts'

const always = (value: number) => () => value
const limits = { baseMs: 1000, capMs: 60_000 }

test('the limit doubles with each retry until the cap', () => {
  const longest = [1, 2, 3, 7, 50].map((attempt) => backOffDelayMs(attempt, always(1), limits))
  expect(longest).toEqual([1000, 2000, 4000, 60_000, 60_000])
})

test('a wait may be as short as nothing, so that workers spread', () => {
  expect(backOffDelayMs(5, always(0), limits)).toBe(0)
})

test('whatever the attempt and the dice, a wait is a whole number within the cap', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, dice) => {
      const delayMs = backOffDelayMs(attempt, always(dice), limits)
      expect(Number.isInteger(delayMs)).toBe(true)
      expect(delayMs).toBeGreaterThanOrEqual(0)
      expect(delayMs).toBeLessThanOrEqual(limits.capMs)
    }),
  )
})
