import { expect, test } from 'vitest'
import { toTable } from './table.ts'

test('texts stand to the left, columns of numbers to the right and grouped', () => {
  expect(
    toTable([
      ['', 'rows', 'note'],
      ['jobs', 2, ''],
      ['campaign candidates', 1204, 'one missing'],
    ]),
  ).toEqual([
    '                      rows  note',
    'jobs                     2',
    'campaign candidates  1,204  one missing',
  ])
})

test('nothing makes no lines', () => {
  expect(toTable([])).toEqual([])
})
