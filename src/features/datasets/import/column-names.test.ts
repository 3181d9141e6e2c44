import { expect, test } from 'vitest'
import { columnNames } from './column-names.ts'

test('columns keep their names; twins and cells without a header are told apart by their place', () => {
  expect(columnNames(['Name', 'Phone', 'Phone'], 5)).toEqual([
    'Name',
    'Phone',
    'Phone (3)',
    'Column 4',
    'Column 5',
  ])
})
