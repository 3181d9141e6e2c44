import { expect, test } from 'vitest'
import { addDays } from './calendar-day.ts'

test('days go on over the ends of months and years, and back', () => {
  expect(addDays('2026-02-27', 3)).toBe('2026-03-02')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})
