import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessMapping } from './import-mapping.ts'
import { planImportRow } from './plan-import-row.ts'

const HEADERS =
  'First name|Last name|Mobile|E-mail|Postcode|Town|Trade|Blue card|Green card|Notes'.split('|')
const MAPPING = guessMapping(HEADERS)
const SAM = 'Sam|Doyle|07700 900123|Sam@Example.com|ls11ba|Leeds|Plumber|yes||Own van'.split('|')
const plan = (row: readonly string[], mapping = MAPPING) => planImportRow(row, mapping, 'GB')
const withCell = (index: number, text: string) => SAM.with(index, text)

function faultsOf(row: readonly string[], mapping = MAPPING) {
  const planned = plan(row, mapping)
  return planned.ok ? [] : planned.error
}

test('a good row becomes a person', () => {
  expect(plan(SAM)).toMatchObject({
    ok: true,
    value: {
      forename: 'Sam',
      surname: 'Doyle',
      name: 'Sam Doyle',
      phone: { e164: '+447700900123' },
      email: 'sam@example.com',
      postcode: 'LS1 1BA',
      location: 'Leeds',
      trade: 'Plumber',
      blueCard: true,
      greenCard: null,
      notes: 'Own van',
    },
  })
})

test('a full name is taken apart', () => {
  const mapping = guessMapping(['Name', 'Phone'])
  expect(plan(['Doyle, Sam', '07700900123'], mapping)).toMatchObject({
    value: { forename: 'Sam', surname: 'Doyle' },
  })
})

test('a phone that an export escaped is read', () => {
  expect(plan(withCell(2, "'+447700900123"))).toMatchObject({
    value: { phone: { e164: '+447700900123' } },
  })
})

test.each([
  [2, '', 'phone-empty', 'Mobile'],
  [2, '07700 900123 / 07700 900124', 'phone-several-numbers', 'Mobile'],
  [2, '4.477E+11', 'phone-excel-damage', 'Mobile'],
  [3, 'sam at example', 'odd-email', 'E-mail'],
  [7, 'maybe', 'odd-card', 'Blue card'],
  [6, 'x'.repeat(201), 'too-long', 'Trade'],
  [1, 'Do\ufffdle', 'wrong-encoding', 'Last name'],
])(
  'column %i with %j is a fault that names its column and what to do',
  (index, text, code, column) => {
    const [fault, ...others] = faultsOf(withCell(index, text))
    expect(others).toEqual([])
    expect(fault).toMatchObject({ code, column })
    expect(fault?.message).toMatch(/\. [A-Z].*\.$|^Write/)
  },
)

test('all faults of a row are told at once', () => {
  const row = SAM.with(2, '12').with(3, 'nobody').with(8, 'dunno')
  expect(faultsOf(row).map((fault) => fault.column)).toEqual(['Mobile', 'E-mail', 'Green card'])
})

test('tags stand in one cell, and ones too long or too many are faults', () => {
  const tagged = (cell: string) =>
    [['Sam', '07700 900123', cell], guessMapping(['Name', 'Phone', 'Tags'])] as const
  expect(plan(...tagged('night; gas, night'))).toMatchObject({
    ok: true,
    value: { tags: ['night', 'gas'] },
  })
  expect(faultsOf(...tagged('x'.repeat(61)))).toMatchObject([{ code: 'too-long', column: 'Tags' }])
  const many = Array.from({ length: 51 }, (_, index) => `tag ${index}`).join(',')
  expect(faultsOf(...tagged(many))).toMatchObject([{ code: 'too-many-tags', column: 'Tags' }])
})

test('a row without a name says so', () => {
  expect(faultsOf(SAM.with(0, '').with(1, ' '))).toMatchObject([
    { code: 'no-name', column: 'First name' },
  ])
})

test('a name the database has no room for is a fault', () => {
  const row = SAM.with(0, 'a'.repeat(150)).with(1, 'b'.repeat(150))
  expect(faultsOf(row)).toMatchObject([{ code: 'too-long', column: 'First name' }])
})

test('an unmapped phone is named by its field', () => {
  expect(faultsOf(['Sam'], guessMapping(['Name']))).toMatchObject([
    { code: 'phone-empty', column: 'Phone' },
  ])
})

test('no e-mail may be written as one, too', () => {
  expect(plan(withCell(3, 'n/a'))).toMatchObject({ ok: true, value: { email: '' } })
})

test('damaged letters in a column that is not imported do no harm', () => {
  const mapping = guessMapping(['Name', 'Phone', 'Reference'])
  expect(plan(['Sam', '07700900123', '\ufffd'], mapping).ok).toBe(true)
})

test('short rows are fine, long ones are broken', () => {
  expect(plan(SAM.slice(0, 3)).ok).toBe(true)
  expect(plan([...SAM, '', ' ']).ok).toBe(true)
  expect(faultsOf([...SAM, 'and more'])).toMatchObject([{ code: 'too-many-cells', column: '' }])
  expect(faultsOf(['', ' '])).toMatchObject([{ code: 'empty-row' }])
})

test('every row is either a person with a phone and a name, or has a fault to show', () => {
  const cell = fc.oneof(
    fc.constantFrom('Sam', '07700 900123', '+447700900123', 'yes', '', 'sam@example.com'),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), (row) => {
      const planned = plan(row)
      if (planned.ok) {
        expect(planned.value.name).not.toBe('')
        expect(planned.value.phone.e164).toMatch(/^\+\d{6,15}$/)
        expect(JSON.stringify(planned.value)).not.toContain('\\u0000')
      } else {
        expect(planned.error.length).toBeGreaterThan(0)
        for (const { message } of planned.error) expect(message).not.toBe('')
      }
    }),
  )
})
