import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { unescapeCsvCell } from '../../domain/dataset/csv-cell.ts'
import { toCsvText } from './csv-text.ts'

test('what is written is read back cell by cell', () => {
  const rows = [
    ['Name', 'Phone', 'Notes'],
    ['Doyle, "Sam"', '+447700900123', 'two\nlines; and\ta tab'],
    ['=1+1', '', ' space '],
  ]
  const text = toCsvText(rows)
  const read = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd(), { delimiter: ',' }).data
  expect(read.map((cells) => cells.map(unescapeCsvCell))).toEqual(rows)
})

test('no cell begins as a formula', () => {
  expect(toCsvText([['=1+1', '+44', '-1', '@x']])).toBe("\uFEFF'=1+1,'+44,'-1,'@x\r\n")
})
