import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTimeZone, wallClock } from './wall-clock.ts'

test('London is an hour ahead of UTC in summer, and level in winter', () => {
  const summer = wallClock(Date.parse('2026-07-01T23:30:00Z'), 'Europe/London')
  expect(summer).toEqual({ day: '2026-07-02', weekday: 4, minutes: 30, offsetMinutes: 60 })
  expect(wallClock(Date.parse('2026-01-04T12:00:30Z'), 'Europe/London')).toEqual({
    day: '2026-01-04',
    weekday: 7,
    minutes: 720,
    offsetMinutes: 0,
  })
})

test('zones that are no whole hour away are right to the minute', () => {
  const instant = Date.parse('2026-01-01T00:00:00Z')
  expect(wallClock(instant, 'Asia/Kathmandu').offsetMinutes).toBe(345)
  expect(wallClock(instant, 'America/St_Johns')).toMatchObject({ day: '2025-12-31', minutes: 1230 })
})

test('the wall and its offset give the instant back', () => {
  const zones = fc.constantFrom('UTC', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 }), zones, (seconds, zone) => {
      const wall = wallClock(seconds * 1000, zone)
      const wallMs = Date.parse(`${wall.day}T00:00:00Z`) + wall.minutes * 60_000
      expect(wallMs / 60_000 - wall.offsetMinutes).toBe(Math.floor(seconds / 60))
    }),
  )
})

test('only names the runtime knows are zones', () => {
  expect(isTimeZone('Europe/Warsaw')).toBe(true)
  expect(['Mars/Base', '', 'GMT+99'].some(isTimeZone)).toBe(false)
})
