import { expect, test } from 'vitest'
import { parsePostmasterFile } from './postmaster-file.ts'

test('the postmaster and its cluster are read', () => {
  const text = '4711\n/data/postgres\n1795230000\n40123\n\n127.0.0.1\n  1234567   32768\nready   \n'
  expect(parsePostmasterFile(text)).toEqual({ pid: 4711, dataDir: '/data/postgres' })
})

test.each(['', '\n', 'abc\n/data', '0\n/data', '-12\n/data'])('%j names nobody', (text) => {
  expect(parsePostmasterFile(text)).toBeNull()
})
