/**
 * What the columns of a file are called where a row's cells are kept by name: as the file calls
 * them, with their place where a name stands twice or is missing.
 */
import { sanitiseText } from '../../../lib/sanitise-text.ts'

/** @param count how many columns; more than there are headers where a row has too many cells */
export function columnNames(headers: readonly string[], count = headers.length): readonly string[] {
  const names = new Set<string>()
  for (let index = 0; index < count; index += 1) {
    const header = sanitiseText(headers[index] ?? `Column ${index + 1}`)
    names.add(names.has(header) ? `${header} (${index + 1})` : header)
  }
  return [...names]
}
