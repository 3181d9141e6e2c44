import { escapeCsvCell } from './csv-cell.ts'

/** Without it Excel reads UTF-8 as Windows-1252. */
const BYTE_ORDER_MARK = '\uFEFF'

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A CSV file's text (RFC 4180, UTF-8): no cell of it runs as a formula in a spreadsheet. */
export function toCsvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map((cell) => quoted(escapeCsvCell(cell))).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}
