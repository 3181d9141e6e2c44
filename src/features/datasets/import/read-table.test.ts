import { expect, test } from 'vitest'
import { type Layout, readTable } from './read-table.ts'

function read(text: string, layout?: Layout) {
  const table = readTable(text, layout)
  if (!table.ok) throw new Error(table.error.reason)
  return table.value
}

test.each([',', ';', '\t', '|'])('cells between %j are told apart', (delimiter) => {
  const text = ['Name,Phone,Town', 'Sam,07700 900123,Leeds', 'Ana,07700 900124,York']
    .join('\r\n')
    .replaceAll(',', delimiter)
  expect(read(text)).toEqual({
    headers: ['Name', 'Phone', 'Town'],
    hasHeaders: true,
    delimiter,
    detected: true,
    rows: [
      { row: 2, cells: ['Sam', '07700 900123', 'Leeds'] },
      { row: 3, cells: ['Ana', '07700 900124', 'York'] },
    ],
  })
})

test.each([';', '\t', '|', ','])('two columns between %j are seen with few people', (delimiter) => {
  const lines = ['Name,Telefon', 'Sam,07700 900123', 'Ana,07700 900124']
  for (const count of [1, 2]) {
    for (const end of ['', '\n', '\r\n', '\r\n\r\n', '\n,\n']) {
      const text = lines.slice(0, count + 1).join('\r\n') + end
      const table = read(text.replaceAll(',', delimiter))
      expect(table).toMatchObject({ delimiter, headers: ['Name', 'Telefon'] })
      expect(table.rows).toHaveLength(count)
    }
  }
})

test('a chosen delimiter goes before what the text looks like or says itself', () => {
  const text = 'Name;Notes, long\nSam;a, b'
  expect(read(text, { delimiter: ',' })).toMatchObject({
    headers: ['Name;Notes', 'long'],
    detected: false,
  })
  expect(read(`sep=,\n${text}`, { delimiter: ';' }).headers).toEqual(['Name', 'Notes, long'])
})

test('rows keep the numbers a spreadsheet shows, empty ones between them too', () => {
  const { rows } = read('\nName,Phone\nSam,1\n\nAna,2\n,\n\n')
  expect(rows.map(({ row }) => row)).toEqual([3, 4, 5])
})

test('the line with which Excel names its separator is no header', () => {
  const table = read('sep=;\r\nName;Phone\r\nSam, Doyle;1')
  expect(table.headers).toEqual(['Name', 'Phone'])
  expect(table.rows).toEqual([{ row: 3, cells: ['Sam, Doyle', '1'] }])
})

test('a row with too many cells keeps them all, to be shown with its fault', () => {
  expect(read('Name,Phone\nDoyle, Sam,1').rows[0]?.cells).toEqual(['Doyle', ' Sam', '1'])
})

test('empty columns at the end are no columns, a nameless one between others is', () => {
  expect(read('Name,,Phone,,\nSam,x,1,,').headers).toEqual(['Name', 'Column 2', 'Phone'])
})

test('a file that begins with a person loses nobody', () => {
  const table = read('Sam Doyle,07700 900123\nAna Ray,07700 900124')
  expect(table).toMatchObject({ hasHeaders: false, headers: ['Column 1', 'Column 2'] })
  expect(table.rows).toHaveLength(2)
  expect(read('Sam Doyle,07700 900123\nAna,1', { hasHeaders: true }).rows).toHaveLength(1)
})

test('a cell in quotation marks may hold lines and delimiters', () => {
  expect(read('Name,Notes\nSam,"a, b\nc"\nAna,d').rows).toEqual([
    { row: 2, cells: ['Sam', 'a, b\nc'] },
    { row: 3, cells: ['Ana', 'd'] },
  ])
})

test('a quotation mark that is never closed is told with its row', () => {
  const table = readTable('Name,Phone\nSam,1\nAna,"2\nBo,3')
  expect(table).toMatchObject({ ok: false, error: { reason: 'open-quote', row: 3 } })
})

test.each([
  ['', 'empty'],
  ['Name,Phone\n', 'no-rows'],
  ['Name,Phone\n,\n\n', 'no-rows'],
  ['{"name": "Sam"}', 'json'],
])('%j is refused as %s', (text, reason) => {
  expect(readTable(text)).toMatchObject({ ok: false, error: { reason } })
})
