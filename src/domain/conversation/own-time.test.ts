import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseOwnTime } from './own-time.ts'

test.each([
  ['2026-03-01T09:00:00Z'],
  ['2026-03-01T09:00:00.000Z'],
  ['2026-03-01 09:00:00+00'],
  ['2026-03-01 10:00:00+0100'],
  ['2026-03-01T10:00+01:00'],
  ['2026-03-01T09:00:00'],
  ['1772355600'],
  ['1772355600000'],
  [1772355600],
  [1772355600000],
  [1772355600.25],
])('%s is read as one instant, whatever zone the reader is in', (value) => {
  expect(parseOwnTime(value)?.slice(0, 19)).toBe('2026-03-01T09:00:00')
})

test.each([
  ['2026-02-31T09:00:00Z'],
  ['2026-03-01'],
  ['09:00'],
  ['1999-01-01T00:00:00Z'],
  ['2300-01-01T00:00:00Z'],
  [0],
  [3],
  [Number.NaN],
  [Infinity],
  [null],
  [{}],
])('%s is no plausible time', (value) => {
  expect(parseOwnTime(value)).toBeNull()
})

test('every instant in range survives being written and read', () => {
  const range = { min: Date.UTC(2015, 0, 1), max: Date.UTC(2099, 11, 31) }
  fc.assert(
    fc.property(fc.integer(range), (ms) => {
      expect(parseOwnTime(new Date(ms).toISOString())).toBe(new Date(ms).toISOString())
      expect(parseOwnTime(ms)).toBe(new Date(ms).toISOString())
    }),
  )
})

test('nothing makes it throw', () => {
  fc.assert(fc.property(fc.anything(), (value) => void parseOwnTime(value)))
})
