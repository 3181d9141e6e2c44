/**
 * A file's text as a table: headers and rows, each row with the number a spreadsheet shows for
 * it. Nothing is dropped but empty rows at the file's end.
 */
import Papa from 'papaparse'
import { parsePhone } from '../../../domain/phone/parse-phone.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import { DELIMITERS } from './delimiters.ts'
import { spotOtherText, type UnreadableReason } from './spot-other-format.ts'

export type TableRow = {
  /** As a spreadsheet numbers it, counted from 1. */
  readonly row: number
  readonly cells: readonly string[]
}

export type Table = {
  readonly headers: readonly string[]
  /** False: the file begins with a person, and columns are called "Column 1" and so on. */
  readonly hasHeaders: boolean
  readonly rows: readonly TableRow[]
  readonly delimiter: string
  /** Whether the delimiter was guessed rather than given. */
  readonly detected: boolean
}

/** How the text is laid out; what is left out is found in the text itself. */
export type Layout = {
  /** Whether the first row names the columns. */
  readonly hasHeaders?: boolean | undefined
  /** What stands between two cells: one character. */
  readonly delimiter?: string | undefined
}

export type Unreadable = {
  readonly reason: UnreadableReason
  /** The row it was noticed in, where there is one. */
  readonly row?: number
}

/** What Excel writes and reads as the first line, to say what stands between cells. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** A first row that holds a phone number is a person, not the columns' names. */
function looksLikePerson(cells: readonly string[]): boolean {
  return cells.some((cell) => /\d{5}/.test(cell) && parsePhone(cell, 'GB').ok)
}

/** Headers without the empty columns that follow the last filled one. */
function headersOf(first: readonly string[]): readonly string[] {
  const last = first.findLastIndex((cell) => cell.trim() !== '')
  return first.slice(0, last + 1).map((cell, index) => cell.trim() || `Column ${index + 1}`)
}

/**
 * The character that divides the first lines into cells most evenly. Empty lines are no lines:
 * with them, two columns of one person and the line break at the end would look like one column.
 */
function guessDelimiter(text: string): string {
  const { meta } = Papa.parse<string[]>(text, {
    delimitersToGuess: [...DELIMITERS],
    preview: 1,
    skipEmptyLines: 'greedy',
  })
  return meta.delimiter
}

export function readTable(text: string, layout: Layout = {}): Result<Table, Unreadable> {
  const other = spotOtherText(text)
  if (other !== null) return err({ reason: other })
  const separator = SEPARATOR_LINE.exec(text)
  const offset = separator === null ? 1 : 2
  const lines = text.slice(separator?.[0].length ?? 0)
  const delimiter = layout.delimiter ?? separator?.[1] ?? guessDelimiter(lines)
  const parsed = Papa.parse<string[]>(lines, { delimiter })
  // A quotation mark that is never closed swallows what follows; no row after it can be trusted.
  const quote = parsed.errors.find(({ type }) => type === 'Quotes')
  if (quote !== undefined) return err({ reason: 'open-quote', row: (quote.row ?? 0) + offset })

  const all = parsed.data.map((cells, index) => ({ row: index + offset, cells }))
  const start = all.findIndex(({ cells }) => !isBlank(cells))
  const filled = all.slice(start, all.findLastIndex(({ cells }) => !isBlank(cells)) + 1)
  const first = filled[0]?.cells ?? []
  const named = layout.hasHeaders ?? !looksLikePerson(first)
  const rows = named ? filled.slice(1) : filled
  if (rows.length === 0) return err({ reason: 'no-rows' })
  const headers = named ? headersOf(first) : first.map((_, index) => `Column ${index + 1}`)
  return ok({
    headers,
    hasHeaders: named,
    rows,
    delimiter,
    detected: layout.delimiter === undefined,
  })
}
