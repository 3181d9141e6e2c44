import { expect, test } from 'vitest'
import { parseReturnAddress } from './return-address.ts'

test('a deep link comes back whole', () => {
  expect(parseReturnAddress('/jobs/1?candidate=2#notes')).toBe('/jobs/1?candidate=2#notes')
})

test.each([
  null,
  '',
  'https://example.com/',
  '//example.com',
  '/\\example.com',
  '/\t/example.com',
  'javascript:alert(1)',
  '/sign-in?next=/jobs',
])('%j leads to the start', (next) => {
  expect(parseReturnAddress(next)).toBe('/')
})
