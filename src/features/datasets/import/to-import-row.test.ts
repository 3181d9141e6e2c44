import { expect, test } from 'vitest'
import { guessMapping } from '../../../domain/dataset/import-mapping.ts'
import { toImportRow } from './to-import-row.ts'

const mapping = guessMapping(['Name', 'Phone', 'Blue card', 'Town'])

test('a good row is sent as a person', () => {
  const cells = ['Sam Doyle', '07700 900123', 'yes', 'Leeds']
  expect(toImportRow({ row: 7, cells }, mapping, 'GB')).toEqual({
    row: 7,
    name: 'Sam Doyle',
    phone_e164: '+447700900123',
    phone_given: '07700 900123',
    phone_valid: false,
    email: '',
    postcode: '',
    location: 'Leeds',
    trade: '',
    tags: [],
    blue_card: true,
    green_card: null,
    notes: '',
  })
})

test('a row with faults is sent with all of them and with what it held', () => {
  const cells = ['', '4.477E+11', 'perhaps', 'Le\0eds', 'more']
  const sent = toImportRow({ row: 3, cells: cells.slice(0, 4) }, mapping, 'GB')
  expect(sent).toMatchObject({
    row: 3,
    faults: [
      { code: 'phone-excel-damage', column: 'Phone' },
      { code: 'no-name' },
      { code: 'odd-card' },
    ],
    given: { Phone: '4.477E+11', 'Blue card': 'perhaps', Town: 'Leeds' },
  })
  expect(toImportRow({ row: 4, cells }, mapping, 'GB')).toMatchObject({
    faults: [{ code: 'too-many-cells' }],
    given: { 'Column 5': 'more' },
  })
})

test('columns of one name lose no cell', () => {
  const twice = guessMapping(['Name', 'Name'])
  expect(toImportRow({ row: 2, cells: ['Sam', 'Doyle'] }, twice, 'GB')).toMatchObject({
    given: { Name: 'Sam', 'Name (2)': 'Doyle' },
  })
})
