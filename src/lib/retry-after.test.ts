import { expect, test } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

const nowMs = Date.UTC(2026, 8, 1, 12, 0, 0)

test('seconds are taken as they are', () => {
  expect(parseRetryAfter('120', nowMs)).toBe(120)
  expect(parseRetryAfter(' 0 ', nowMs)).toBe(0)
})

test('a date is measured against the given moment, rounded up', () => {
  expect(parseRetryAfter('Tue, 01 Sep 2026 12:01:00 GMT', nowMs)).toBe(60)
  expect(parseRetryAfter('Tue, 01 Sep 2026 12:01:00 GMT', nowMs + 1)).toBe(60)
})

test('a date in the past means now', () => {
  expect(parseRetryAfter('Mon, 31 Aug 2026 12:00:00 GMT', nowMs)).toBe(0)
})

test.each([undefined, null, '', 'soon', '-5', '1.5', 'Tue, 99 Foo', '9'.repeat(40)])(
  'a header %j says nothing',
  (header) => {
    expect(parseRetryAfter(header, nowMs)).toBeNull()
  },
)
