import type { RowFault } from '../../../domain/dataset/plan-import-row.ts'
import { memberText, importText } from '../../../ui/text/datasets.ts'
import type { PreviewRow } from './import-file.ts'
import classes from './import.module.css'

function Outcome({ row }: { readonly row: PreviewRow }) {
  const { becomes, repeats } = row
  if ('faults' in becomes) {
    const faults = becomes.faults as unknown as readonly RowFault[]
    return faults.map(({ column, code, message }) => (
      <div key={`${column}${code}`} className={classes['fault']}>
        {column === '' ? message : `${column}: ${message}`}
      </div>
    ))
  }
  const parts = [becomes.name, becomes.phone_e164, becomes.email, becomes.trade, becomes.location]
  return (
    <>
      {parts.filter(Boolean).join(' · ')}
      {repeats !== null && <div className={classes['unsure']}>{importText.repeats(repeats)}</div>}
      {!becomes.phone_valid && <div className={classes['unsure']}>{memberText.unsure}</div>}
    </>
  )
}

/** Rows as the file has them, and what each will become. */
export function PreviewTable({ rows }: { readonly rows: readonly PreviewRow[] }) {
  return (
    <div className={classes['scroller']}>
      <table className={classes['table']} aria-label={importText.preview}>
        <thead>
          <tr>
            <th scope="col">{importText.row}</th>
            <th scope="col">{importText.given}</th>
            <th scope="col">{importText.result}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td>{row.row}</td>
              <td className={classes['given']}>
                {row.cells.filter((cell) => cell.trim() !== '').join(' | ')}
              </td>
              <td>
                <Outcome row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
