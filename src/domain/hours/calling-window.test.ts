import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWithin, nextOpening, parseCallingWindow, type CallingWindow } from './calling-window.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const DAY: CallingWindow = { from: '09:00', to: '20:00', days: WEEK }
const NIGHT: CallingWindow = { from: '22:00', to: '02:00', days: [5] }
const LONDON = 'Europe/London'

test('the opening minute belongs to the window, the closing one does not', () => {
  expect(isWithin(DAY, '2026-01-05T08:59:59Z', LONDON)).toBe(false)
  expect(isWithin(DAY, '2026-01-05T09:00:00Z', LONDON)).toBe(true)
  expect(isWithin(DAY, '2026-01-05T19:59:59Z', LONDON)).toBe(true)
  expect(isWithin(DAY, '2026-01-05T20:00:00Z', LONDON)).toBe(false)
})

test('the wall decides: an hour earlier in UTC during summer', () => {
  expect(isWithin(DAY, '2026-07-06T08:00:00Z', LONDON)).toBe(true)
  expect(isWithin(DAY, '2026-07-06T19:00:00Z', LONDON)).toBe(false)
})

test('a window across midnight belongs to the day it opens on', () => {
  expect(isWithin(NIGHT, '2026-01-09T23:00:00Z', LONDON)).toBe(true) // Friday
  expect(isWithin(NIGHT, '2026-01-10T01:59:00Z', LONDON)).toBe(true) // Saturday morning
  expect(isWithin(NIGHT, '2026-01-09T01:00:00Z', LONDON)).toBe(false) // Friday morning
  expect(isWithin(NIGHT, '2026-01-10T23:00:00Z', LONDON)).toBe(false)
})

test.each([
  ['in the morning', '2026-01-05T06:30:10Z', '2026-01-05T09:00:00.000Z'],
  ['at night', '2026-01-05T20:00:00Z', '2026-01-06T09:00:00.000Z'],
  ['while open: now', '2026-01-05T12:00:00.250Z', '2026-01-05T12:00:00.250Z'],
  ['over the night the clocks go forward', '2026-03-28T21:00:00Z', '2026-03-29T08:00:00.000Z'],
  ['over the night the clocks go back', '2026-10-24T20:00:00Z', '2026-10-25T09:00:00.000Z'],
])('it opens next %s', (_when, instant, opening) => {
  expect(nextOpening(DAY, instant, LONDON)).toBe(opening)
})

test('it skips the days on which it stays shut', () => {
  const weekdays = { ...DAY, days: [1, 2, 3, 4, 5] }
  expect(nextOpening(weekdays, '2026-01-09T21:00:00Z', LONDON)).toBe('2026-01-12T09:00:00.000Z')
  const mondays = { ...DAY, days: [1] }
  expect(nextOpening(mondays, '2026-01-05T20:00:00Z', LONDON)).toBe('2026-01-12T09:00:00.000Z')
})

test('an opening the clocks jump over happens at the jump', () => {
  const early = { ...DAY, from: '01:30' }
  expect(nextOpening(early, '2026-03-29T00:10:00Z', LONDON)).toBe('2026-03-29T01:00:00.000Z')
})

test('a window that the jump swallows whole opens the day after', () => {
  const gone = { from: '01:10', to: '01:50', days: WEEK }
  expect(nextOpening(gone, '2026-03-29T00:10:00Z', LONDON)).toBe('2026-03-30T00:10:00.000Z')
})

test('an hour that comes twice opens twice', () => {
  const small = { from: '00:30', to: '01:30', days: WEEK }
  expect(nextOpening(small, '2026-10-25T00:45:00Z', LONDON)).toBe('2026-10-25T01:00:00.000Z')
})

test('a window without days never opens', () => {
  expect(nextOpening({ ...DAY, days: [] }, '2026-01-05T20:00:00Z', LONDON)).toBeNull()
})

test('stored windows are checked', () => {
  const stored = { from: '09:00', to: '24:00', days: [5, 1] }
  expect(parseCallingWindow(stored)).toEqual({ ok: true, value: { ...stored, days: [1, 5] } })
  for (const wrong of [
    null,
    { ...stored, from: '9:00' },
    { ...stored, from: '24:00' },
    { ...stored, to: '25:00' },
    { ...stored, days: [] },
    { ...stored, days: [0, 1] },
  ]) {
    expect(parseCallingWindow(wrong).ok).toBe(false)
  }
})

const clockTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hours, minutes]) => [hours, minutes].map((n) => String(n).padStart(2, '0')).join(':'))
const anyWindow = fc.record({
  from: clockTime,
  to: clockTime,
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
})
const anyZone = fc.constantFrom(
  LONDON,
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Kathmandu',
)
// Around the changes of the clocks in London, Lord Howe, St John's and Cairo in 2026.
const anyInstant = fc
  .tuple(
    fc.constantFrom(
      '2026-03-06',
      '2026-03-27',
      '2026-04-03',
      '2026-04-22',
      '2026-10-24',
      '2026-10-30',
    ),
    fc.nat(4 * 1440),
  )
  .map(([day, minutes]) => Date.parse(`${day}T00:00:00Z`) + minutes * 60_000)

test('the next opening is open, and nothing before it is', () => {
  fc.assert(
    fc.property(
      anyWindow,
      anyInstant,
      anyZone,
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (window, ms, zone, share) => {
        const opening = nextOpening(window, new Date(ms).toISOString(), zone) ?? ''
        const openingMs = Date.parse(opening)
        expect(openingMs).toBeGreaterThanOrEqual(ms)
        expect(isWithin(window, opening, zone)).toBe(true)
        const justBefore = openingMs - 60_000
        for (const probe of [ms + Math.floor((openingMs - ms) * share), justBefore]) {
          if (probe >= openingMs || probe < ms) continue
          expect(isWithin(window, new Date(probe).toISOString(), zone)).toBe(false)
        }
      },
    ),
    { numRuns: 500 },
  )
})
