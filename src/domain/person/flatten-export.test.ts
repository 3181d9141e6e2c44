import { expect, test } from 'vitest'
import { flattenExport } from './flatten-export.ts'

test('every value is a line with its part, row and field; empty ones are left out', () => {
  expect(
    flattenExport({
      suppressed: false,
      offices: ['Leeds'],
      notes: [
        { body: 'Rang', author: null },
        { body: '', tags: ['a'] },
      ],
      contact: { optedOut: true },
    }),
  ).toEqual([
    ['suppressed', '', '', 'false'],
    ['offices', '1', '', 'Leeds'],
    ['notes', '1', 'body', 'Rang'],
    ['notes', '2', 'tags', '["a"]'],
    ['contact', '', 'optedOut', 'true'],
  ])
})
