import { expect, test } from 'vitest'
import { clockIn, TIME_ZONES } from './time-zones.ts'

test('the clock is the one of the zone, summer time included', () => {
  const midsummer = Date.UTC(2026, 6, 1, 12, 5)
  expect(clockIn('Europe/Warsaw', midsummer)).toMatch(/^(14:05|2:05\sPM)$/)
  expect(clockIn('UTC', midsummer)).toMatch(/^12:05/)
})

test('a zone that this browser does not know has no clock rather than a fault', () => {
  expect(clockIn('Mars/Base', 0)).toBe('')
})

test('each zone is offered once', () => {
  expect(TIME_ZONES).toContain('Europe/London')
  expect(new Set(TIME_ZONES).size).toBe(TIME_ZONES.length)
})
