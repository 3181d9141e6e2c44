import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInterval } from './parse-interval.ts'

test.each([
  ['00:01:23', 83],
  ['00:01:23.5', 83.5],
  ['1 day 00:00:05', 86_405],
  ['2 days 01:00:00', 176_400],
  ['@ 1 min 23 secs', 83],
  ['83 seconds', 83],
  ['1 minute 23 seconds', 83],
  ['1 hour', 3600],
  ['1m 23s', 83],
  ['1:23', 83],
  ['PT1M23S', 83],
  ['PT1H', 3600],
  ['P1DT5S', 86_405],
  ['83', 83],
  [83, 83],
  [0, 0],
])('%s is %d seconds', (value, seconds) => {
  expect(parseInterval(value)).toBe(seconds)
})

test.each([
  [''],
  ['-00:00:05'],
  ['P'],
  ['PT'],
  ['soon'],
  ['1 year'],
  [-1],
  [NaN],
  [1e9],
  [null],
  [{}],
])('%j is no duration of a call', (value) => {
  expect(parseInterval(value)).toBeNull()
})

test('what PostgreSQL prints is read back', () => {
  fc.assert(
    fc.property(fc.nat(86_399), (total) => {
      const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
      expect(parseInterval(parts.map((part) => String(part).padStart(2, '0')).join(':'))).toBe(
        total,
      )
    }),
  )
})

test('nothing makes it throw', () => {
  fc.assert(fc.property(fc.anything(), (value) => void parseInterval(value)))
})
