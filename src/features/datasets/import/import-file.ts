/**
 * The file that is being imported, as the worker keeps it. The page asks for what it shows and
 * for the rows of one call; it never holds the whole file.
 */
import type { ImportRow } from '../../../data/frontend/imports.ts'
import type { ImportMapping } from '../../../domain/dataset/import-mapping.ts'
import { duplicateRows } from '../../../domain/dataset/import-outcome.ts'
import type { CountryCode } from '../../../domain/phone/country-code.ts'
import type { E164 } from '../../../domain/phone/e164.ts'
import { err, ok, type Result } from '../../../lib/result.ts'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { type Layout, readTable, type Table, type Unreadable } from './read-table.ts'
import { spotSignature } from './spot-other-format.ts'
import { toImportRow } from './to-import-row.ts'

/** The browser keeps the text and its cells in memory; more than this is split better. */
const MAX_FILE_BYTES = 100 * 1024 * 1024
/** Rows one call of `import_rows` takes. */
export const CHUNK_ROWS = 1_000
/** Numbers that are handed over at once, to be compared with who is known. */
const PHONES_A_CALL = 10_000
const SHOWN_ROWS = 12
const SHOWN_FAULTY_ROWS = 50

/** How to read the rows: which column is what, and where numbers without a country belong. */
export type Reading = { readonly mapping: ImportMapping; readonly country: CountryCode }

export type FileFacts = {
  readonly headers: readonly string[]
  readonly hasHeaders: boolean
  readonly rowCount: number
  readonly delimiter: string
  /** Whether the delimiter was guessed rather than chosen. */
  readonly detected: boolean
  readonly encoding: TextEncoding
  /** The first filled cell of every column, to recognise it by. */
  readonly examples: readonly string[]
}

export type PreviewRow = {
  readonly row: number
  readonly cells: readonly string[]
  /** What goes to the database. */
  readonly becomes: ImportRow
  /** The row further up that has the same number. */
  readonly repeats: number | null
}

export type FilePreview = {
  readonly first: readonly PreviewRow[]
  readonly faulty: readonly PreviewRow[]
  readonly faultyCount: number
  readonly repeatedCount: number
  readonly personCount: number
  /** People whose number is in no known range. */
  readonly unsureCount: number
}

const sameReading = (one: Reading, other: Reading) => JSON.stringify(one) === JSON.stringify(other)

function factsOf(table: Table, encoding: TextEncoding): FileFacts {
  const { headers, hasHeaders, rows, delimiter, detected } = table
  const example = (index: number) =>
    rows.find(({ cells }) => (cells[index] ?? '').trim() !== '')?.cells[index]?.trim() ?? ''
  return {
    headers,
    hasHeaders,
    rowCount: rows.length,
    delimiter,
    detected,
    encoding,
    examples: headers.map((_, index) => example(index).slice(0, 80)),
  }
}

export class ImportFile {
  readonly facts: FileFacts
  readonly #table: Table
  /** The numbers (E.164) of the people that were planned last, each once. */
  #phones: { readonly reading: Reading; readonly all: readonly string[] } | null = null

  constructor(table: Table, encoding: TextEncoding) {
    this.#table = table
    this.facts = factsOf(table, encoding)
  }

  /** Plans every row and keeps the first ones, those with faults, and the counts. */
  preview(reading: Reading): FilePreview {
    const rows = this.#table.rows.map((row) => ({
      ...row,
      becomes: toImportRow(row, reading.mapping, reading.country),
    }))
    const phones = rows.flatMap(({ row, becomes }) =>
      'name' in becomes && becomes.phone_e164 !== null
        ? [{ row, e164: becomes.phone_e164 as E164 }]
        : [],
    )
    this.#phones = { reading, all: [...new Set(phones.map(({ e164 }) => e164))] }
    const repeats = duplicateRows(phones)
    const withRepeats = (row: (typeof rows)[number]) => ({
      ...row,
      repeats: repeats.get(row.row) ?? null,
    })
    const faulty = rows.filter(({ becomes }) => 'faults' in becomes)
    return {
      first: rows.slice(0, SHOWN_ROWS).map(withRepeats),
      faulty: faulty.slice(0, SHOWN_FAULTY_ROWS).map(withRepeats),
      faultyCount: faulty.length,
      repeatedCount: repeats.size,
      personCount: rows.length - faulty.length - repeats.size,
      unsureCount: rows.filter(({ becomes }) => 'name' in becomes && !becomes.phone_valid).length,
    }
  }

  /**
   * The people's numbers from the place `from` on, as many as one call compares; none after the last.
   * All at once would hold the page up while they arrive.
   */
  phones(from: number, reading: Reading): readonly string[] {
    if (this.#phones === null || !sameReading(this.#phones.reading, reading)) this.preview(reading)
    return this.#phones?.all.slice(from, from + PHONES_A_CALL) ?? []
  }

  /** The rows of one call, from the place `from` (counted from 0). */
  chunk(from: number, reading: Reading): readonly ImportRow[] {
    const rows = this.#table.rows.slice(from, from + CHUNK_ROWS)
    return rows.map((row) => toImportRow(row, reading.mapping, reading.country))
  }
}

/** Reads a file's bytes; what is no table of people says why. */
export function openImportFile(bytes: Uint8Array, layout?: Layout): Result<ImportFile, Unreadable> {
  if (bytes.byteLength > MAX_FILE_BYTES) return err({ reason: 'too-large' })
  const signature = spotSignature(bytes)
  if (signature !== null) return err({ reason: signature })
  const { text, encoding } = decodeText(bytes)
  const table = readTable(text, layout)
  return table.ok ? ok(new ImportFile(table.value, encoding)) : table
}
