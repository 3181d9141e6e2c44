import type { RowFault } from '../../../domain/dataset/plan-import-row.ts'
import { memberText, importText } from '../../../ui/text/datasets.ts'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import type { PreviewRow } from './import-file.ts'
import classes from './import.module.css'

/** What becomes of each number: known to the pool, or to the offices only. */
export type Known = { readonly inPool: ReadonlySet<string>; readonly known: ReadonlySet<string> }

function toWords(phone: string | null, { inPool, known }: Known): string {
  if (phone !== null && inPool.has(phone)) return importText.becomesUpdated
  return phone !== null && known.has(phone) ? importText.becomesLinked : importText.becomesNew
}

type OutcomeProps = { readonly row: PreviewRow; readonly known: Known | undefined }

function Outcome({ row, known }: OutcomeProps) {
  const phoneWords = usePhoneFormat()
  const { becomes, repeats } = row
  if ('faults' in becomes) {
    const faults = becomes.faults as unknown as readonly RowFault[]
    return faults.map(({ column, code, message }) => (
      <div key={`${column}${code}`} className={classes['fault']}>
        {column === '' ? message : `${column}: ${message}`}
      </div>
    ))
  }
  const { name, phone_e164: phone, email, trade, location, tags = [] } = becomes
  const parts = [name, phoneWords(phone ?? ''), email, trade, location, ...tags]
  return (
    <>
      {parts.filter(Boolean).join(' · ')}
      {repeats === null && known !== undefined && (
        <div className={classes['muted']}>{toWords(phone, known)}</div>
      )}
      {repeats !== null && <div className={classes['unsure']}>{importText.repeats(repeats)}</div>}
      {!becomes.phone_valid && <div className={classes['unsure']}>{memberText.unsure}</div>}
    </>
  )
}

/** Rows as the file has them, and what each will become. */
export function PreviewTable({
  rows,
  known,
}: {
  readonly rows: readonly PreviewRow[]
  readonly known: Known | undefined
}) {
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
                <Outcome row={row} known={known} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
