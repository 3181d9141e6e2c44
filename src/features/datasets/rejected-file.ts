/** The rejected rows of an import as a file to mend and import again. */
import { frontend } from '../../data/frontend/browser-client.ts'
import { listRejectedRows } from '../../data/frontend/pool-work.ts'
import { toCsvText } from '../../domain/dataset/csv-text.ts'
import { importText } from '../../ui/text/datasets.ts'
import { columnNames } from './import/column-names.ts'

/**
 * The rows' cells in the columns of their file, then their row and what is wrong, then cells that
 * were too many.
 *
 * @param headers of the file that was imported
 */
export async function rejectedFile(importId: string, headers: readonly string[]): Promise<string> {
  const rows = await listRejectedRows(frontend(), importId)
  const names = columnNames(headers)
  const lines = rows.map(({ row, given, faults }) => {
    const why = faults.map(({ column, message }) => (column ? `${column}: ${message}` : message))
    const extra = Object.keys(given).filter((name) => !names.includes(name))
    const cells = names.map((name) => given[name] ?? '')
    return [...cells, String(row), why.join(' '), ...extra.map((name) => given[name] ?? '')]
  })
  return toCsvText([[...headers, importText.row, importText.problem], ...lines])
}
