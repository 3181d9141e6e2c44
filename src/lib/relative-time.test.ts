import { expect, test } from 'vitest'
import { toRelativeTime } from './relative-time.ts'

const NOW = Date.UTC(2026, 8, 1, 12)
const MINUTE = 60_000

test.each([
  [-20_000, 'now'],
  [-4 * MINUTE, '4 minutes ago'],
  [-119 * MINUTE, '1 hour ago'],
  [-26 * 60 * MINUTE, '1 day ago'],
  [-47 * 60 * MINUTE, '1 day ago'],
  [-13 * 24 * 60 * MINUTE, '1 week ago'],
  [2 * 60 * MINUTE, 'in 2 hours'],
  [-15 * 24 * 60 * MINUTE, '2 weeks ago'],
])('%d ms from now reads as "%s"', (offset, words) => {
  expect(toRelativeTime(NOW + offset, NOW, 'en-GB')).toBe(words)
})
