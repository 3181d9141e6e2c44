import { expect, test } from 'vitest'
import { toCsvText } from './csv-text.ts'

test('what would end a cell or a row is quoted, and quotes are doubled', () => {
  const rows = [
    ['Name', 'Notes'],
    ['Doyle, "Sam"', 'two\nlines; and\ta tab'],
    ['', ' space '],
  ]
  expect(toCsvText(rows)).toBe(
    '\uFEFFName,Notes\r\n"Doyle, ""Sam""","two\nlines; and\ta tab"\r\n," space "\r\n',
  )
})

test('no cell begins as a formula', () => {
  expect(toCsvText([['=1+1', '+44', '-1', '@x']])).toBe("\uFEFF'=1+1,'+44,'-1,'@x\r\n")
})
