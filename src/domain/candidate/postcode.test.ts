import { expect, test } from 'vitest'
import { normalisePostcode } from './postcode.ts'

test.each([
  ['sw1a1aa', 'SW1A 1AA'],
  [' m1  1ae ', 'M1 1AE'],
  ['EC1A 1BB', 'EC1A 1BB'],
  ['00-950', '00-950'],
  ['Leeds', 'Leeds'],
  ['', ''],
])('%j is written %j', (given, written) => {
  expect(normalisePostcode(given)).toBe(written)
})
