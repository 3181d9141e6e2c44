/**
 * One row of a file into a person, or everything that is wrong with it: a recruiter mends a row
 * once, not fault by fault. Nothing is guessed and nothing is left out in silence; an empty cell
 * is fine wherever only the phone and a name are needed.
 */
import { err, ok, type Result } from '../../lib/result.ts'
import { sanitiseText } from '../../lib/sanitise-text.ts'
import type { ImportedPerson } from '../candidate/imported-person.ts'
import { parseCardHeld, type CardColour } from '../candidate/parse-card-held.ts'
import { normalisePostcode } from '../candidate/postcode.ts'
import { parseEmail } from '../person/person-identity.ts'
import { joinName, normaliseName, splitName } from '../person/person-name.ts'
import type { CountryCode } from '../phone/country-code.ts'
import { parsePhone } from '../phone/parse-phone.ts'
import type { PhoneFaultCode } from '../phone/phone-fault.ts'
import { unescapeCsvCell } from './csv-cell.ts'
import { IMPORT_FIELD_LABELS, type ImportField, type ImportMapping } from './import-mapping.ts'
import { splitTags } from './tag-list.ts'

export type RowFaultCode =
  | 'empty-row'
  | 'too-many-cells'
  | 'wrong-encoding'
  | 'too-long'
  | 'no-name'
  | 'odd-email'
  | 'odd-card'
  | 'too-many-tags'
  | `phone-${PhoneFaultCode}`

export type RowFault = {
  /** The header as the file has it, the field's name where no column is mapped, '' for the row. */
  readonly column: string
  readonly code: RowFaultCode
  /** What is wrong and what to do. */
  readonly message: string
}

// The frontend's columns hold more; past these a cell isn't what its header says.
const MAX_LENGTH = 200
const MAX_NOTES_LENGTH = 5_000
const MAX_TAG_LENGTH = 60
const MAX_TAGS = 50
const NO_EMAIL = /^(?:n\/?a|none|no|nil|null|unknown|-+)$/i

/** Plans a row of cells, as many as there are headers or fewer. */
export function planImportRow(
  row: readonly string[],
  mapping: ImportMapping,
  defaultCountry: CountryCode,
): Result<ImportedPerson, readonly RowFault[]> {
  const broken = brokenRow(row, mapping)
  if (broken !== null) return err([broken])

  const faults: RowFault[] = []
  const cell = (field: ImportField) => cellOf(row, mapping, field)
  const blame = (field: ImportField, code: RowFaultCode, message: string) => {
    faults.push({ column: columnOf(mapping, field), code, message })
  }
  const limit = (field: ImportField, text: string, length: number) => {
    if (text.length <= length) return
    blame(field, 'too-long', `This has more than ${length} characters. Shorten it.`)
  }
  for (const field of ['postcode', 'location', 'trade'] as const) {
    limit(field, cell(field), MAX_LENGTH)
  }
  limit('notes', cell('notes'), MAX_NOTES_LENGTH)
  const tags = splitTags(cell('tags'))
  if (tags.some((tag) => tag.length > MAX_TAG_LENGTH)) {
    const message = `A tag has more than ${MAX_TAG_LENGTH} characters. Put commas between tags.`
    blame('tags', 'too-long', message)
  }
  if (tags.length > MAX_TAGS) {
    blame('tags', 'too-many-tags', `There are more than ${MAX_TAGS} tags. Keep at most that many.`)
  }

  const phone = parsePhone(cell('phone'), defaultCountry)
  if (!phone.ok) blame('phone', `phone-${phone.error.code}`, phone.error.message)
  const parts = nameOf(cell)
  const name = joinName(parts)
  limit(nameField(mapping), name, MAX_LENGTH)
  if (name === '') {
    const message = 'There is no name. Add one, so that it is clear who is contacted.'
    blame(nameField(mapping), 'no-name', message)
  }
  const emailText = NO_EMAIL.test(cell('email')) ? '' : cell('email')
  const email = emailText === '' ? '' : parseEmail(emailText)
  if (email === null) {
    blame(
      'email',
      'odd-email',
      'This is not an e-mail address. Correct it, or leave the cell empty.',
    )
  }
  const card = (field: ImportField, colour: CardColour) => {
    const held = parseCardHeld(cell(field), colour)
    if (!held.ok) blame(field, 'odd-card', held.error)
    return held.ok ? held.value : null
  }
  const [blueCard, greenCard] = [card('blueCard', 'blue'), card('greenCard', 'green')]

  if (faults.length > 0 || !phone.ok || email === null) return err(faults)
  return ok({
    ...parts,
    name,
    phone: phone.value,
    email,
    postcode: normalisePostcode(cell('postcode')),
    location: cell('location'),
    trade: cell('trade'),
    tags,
    blueCard,
    greenCard,
    notes: cell('notes'),
  })
}

/** What makes the whole row unusable, so that faults of its cells would only mislead. */
function brokenRow(row: readonly string[], { headers, fields }: ImportMapping): RowFault | null {
  const lastFilled = row.findLastIndex((text) => text.trim() !== '')
  if (lastFilled < 0) {
    return { column: '', code: 'empty-row', message: 'This row is empty. Delete it.' }
  }
  if (lastFilled >= headers.length) {
    const message =
      'This row has more cells than the file has columns. Put text that holds a comma in quotation marks.'
    return { column: '', code: 'too-many-cells', message }
  }
  const garbled = Object.values(fields).find((index) => row[index]?.includes('\uFFFD'))
  if (garbled !== undefined) {
    const message = 'Letters are damaged here. Save the file as CSV UTF-8 and import it again.'
    return { column: headers[garbled] ?? '', code: 'wrong-encoding', message }
  }
  return null
}

function cellOf(row: readonly string[], { fields }: ImportMapping, field: ImportField): string {
  const index = fields[field]
  const text = index === undefined ? '' : (row[index] ?? '')
  return sanitiseText(unescapeCsvCell(text)).trim()
}

function columnOf({ headers, fields }: ImportMapping, field: ImportField): string {
  const index = fields[field]
  return (index === undefined ? undefined : headers[index]) ?? IMPORT_FIELD_LABELS[field]
}

function nameOf(cell: (field: ImportField) => string) {
  const [forename, surname] = [normaliseName(cell('forename')), normaliseName(cell('surname'))]
  return forename === '' && surname === '' ? splitName(cell('fullName')) : { forename, surname }
}

function nameField({ fields }: ImportMapping): ImportField {
  return (
    (['fullName', 'forename', 'surname'] as const).find((f) => fields[f] !== undefined) ??
    'fullName'
  )
}
