/** What is held about somebody, as lines of a table that a spreadsheet can show. */
import { isJsonObject } from '../../lib/json.ts'

export type ExportLine = readonly [part: string, row: string, field: string, value: string]

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/**
 * One line for each value that isn't empty: the part it belongs to, which row of that part
 * (counted from 1; empty where there is only one), the field, the value.
 */
export function flattenExport(held: Readonly<Record<string, unknown>>): readonly ExportLine[] {
  const lines: ExportLine[] = []
  const add = (part: string, row: string, value: unknown): void => {
    const fields = isJsonObject(value) ? Object.entries(value) : [['', value] as const]
    for (const [field, cell] of fields) {
      const text = textOf(cell)
      if (text !== '') lines.push([part, row, field, text])
    }
  }
  for (const [part, value] of Object.entries(held)) {
    if (!Array.isArray(value)) add(part, '', value)
    else
      value.forEach((row: unknown, index) => {
        add(part, String(index + 1), row)
      })
  }
  return lines
}
