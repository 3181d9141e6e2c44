export type Cell = string | number

/**
 * Rows as lines with aligned columns, two spaces apart and without blanks at the end. A column
 * that holds a number stands to the right, others to the left. Numbers are grouped as in "1,204".
 */
export function toTable(rows: readonly (readonly Cell[])[]): string[] {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell)),
  )
  const widths: number[] = []
  for (const row of texts) {
    for (const [column, text] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, text.length)
    }
  }
  const isNumeric = widths.map((_, column) => rows.some((row) => typeof row[column] === 'number'))
  return texts.map((row) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0
        return isNumeric[column] ? text.padStart(width) : text.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
