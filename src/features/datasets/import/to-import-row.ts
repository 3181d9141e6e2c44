/** One row of the file as the database takes it. */
import type { ImportRow } from '../../../data/frontend/imports.ts'
import type { ImportMapping } from '../../../domain/dataset/import-mapping.ts'
import { planImportRow } from '../../../domain/dataset/plan-import-row.ts'
import type { CountryCode } from '../../../domain/phone/country-code.ts'
import { sanitiseText } from '../../../lib/sanitise-text.ts'
import { columnNames } from './column-names.ts'
import type { TableRow } from './read-table.ts'

/** What is kept of a rejected row's cell: more than any field takes, so that mending it loses nothing. */
const MAX_GIVEN_LENGTH = 6_000

/** The cells of a rejected row by column. */
function givenOf({ cells }: TableRow, headers: readonly string[]): Record<string, string> {
  const given: Record<string, string> = {}
  const names = columnNames(headers, Math.max(headers.length, cells.length))
  cells.forEach((cell, index) => {
    const name = names[index]
    if (cell.trim() === '' || name === undefined) return
    given[name] = sanitiseText(cell).slice(0, MAX_GIVEN_LENGTH)
  })
  return given
}

/** Plans a row and writes it as a row of the call: a person, or its faults with what was given. */
export function toImportRow(
  row: TableRow,
  mapping: ImportMapping,
  defaultCountry: CountryCode,
): ImportRow {
  const planned = planImportRow(row.cells, mapping, defaultCountry)
  if (!planned.ok) {
    const faults = planned.error.map(({ column, code, message }) => ({
      column: sanitiseText(column),
      code,
      message,
    }))
    return { row: row.row, faults, given: givenOf(row, mapping.headers) }
  }
  const { name, phone, email, postcode, location, trade, tags, blueCard, greenCard, notes } =
    planned.value
  return {
    row: row.row,
    name,
    phone_e164: phone.e164,
    phone_given: phone.given,
    phone_valid: phone.valid,
    email,
    postcode,
    location,
    trade,
    tags,
    blue_card: blueCard,
    green_card: greenCard,
    notes,
  }
}
