import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeCsvCell, unescapeCsvCell } from './csv-cell.ts'

test.each(['=1+1', '+447700900123', '-3', '@SUM(A1)', '\t=1', '\r=1', '\0=1'])(
  '%j would run as a formula, so it is escaped',
  (text) => {
    expect(escapeCsvCell(text)).toBe(`'${text}`)
  },
)

test.each(['', 'Sam', "'Sam'", '07700 900123', ' =1', 'a=1'])('%j stays as it is', (text) => {
  expect(escapeCsvCell(text)).toBe(text)
  expect(unescapeCsvCell(text)).toBe(text)
})

test('no exported cell begins as a formula, and import reads what was exported', () => {
  const start = fc.constantFrom("'", "''", '=', '+', '-', '@', '\t', '\r', '\0', '')
  const text = fc.tuple(start, start, fc.string()).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (cell) => {
      const exported = escapeCsvCell(cell)
      expect('=+-@\t\r\0'.includes(exported.charAt(0)) && exported !== '').toBe(false)
      expect(unescapeCsvCell(exported)).toBe(cell)
    }),
  )
})
