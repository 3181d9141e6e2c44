import type { ReactNode } from 'react'
import classes from './figures.module.css'

type MiniProgressProps = {
  readonly done: number
  readonly total: number
  /** The number beside the bar, which says what the bar shows. */
  readonly children: ReactNode
}

/** A share as a small bar with its number, for a cell; nothing to do shows no bar. */
export function MiniProgress({ done, total, children }: MiniProgressProps) {
  return (
    <span className={classes['miniProgress']}>
      {total > 0 && (
        <span className={classes['track']} aria-hidden>
          <span
            className={classes['bar']}
            style={{ width: `${Math.min(100, (100 * done) / total)}%` }}
          />
        </span>
      )}
      {children}
    </span>
  )
}
