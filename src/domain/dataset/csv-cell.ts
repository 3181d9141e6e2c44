/**
 * Cells of files that people open in a spreadsheet. A cell that begins with one of these
 * characters is run as a formula there (OWASP ASVS 1.2.10), so an apostrophe goes before it;
 * phones begin with "+", so import takes the apostrophe off again.
 *
 * Apostrophes that stand there already are counted in, so the two are exact inverses:
 * `unescapeCsvCell(escapeCsvCell(text)) === text` for every text.
 */
const RISKY = /^'*[=+\-@\t\r\0]/
const ESCAPED = /^'+[=+\-@\t\r\0]/

/** The cell as it may stand in an exported file; quoting for CSV itself comes after. */
export function escapeCsvCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

/** The cell as it was before `escapeCsvCell`; cells that were never escaped stay as they are. */
export function unescapeCsvCell(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text
}
