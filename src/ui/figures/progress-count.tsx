import { figureText } from '../text/common.ts'
import { formatNumber } from '../text/locale.ts'
import classes from './figures.module.css'

type ProgressCountProps = {
  /** What is being done: "Sending", "Importing rows". */
  readonly label: string
  readonly done: number
  readonly total: number
  /** What else to know, such as that it continues when the page is closed. */
  readonly note?: string | undefined
}

/** Progress of long work, with counts and what is left. */
export function ProgressCount({ label, done, total, note }: ProgressCountProps) {
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const counts = `${formatNumber(done)} ${figureText.of} ${formatNumber(total)}`
  return (
    <div className={classes['progress']}>
      <div className={classes['progressHead']}>
        <span>{label}</span>
        <span className={classes['progressCounts']}>
          {done < total ? `${counts} · ${figureText.left(total - done)}` : counts}
        </span>
      </div>
      <div
        className={classes['track']}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(done, total)}
        aria-valuetext={counts}
      >
        <div className={classes['bar']} style={{ width: `${share * 100}%` }} />
      </div>
      {note !== undefined && <div className={classes['caveat']}>{note}</div>}
    </div>
  )
}
