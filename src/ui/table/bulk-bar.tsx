import type { ReactNode } from 'react'
import { tableText } from '../text/common.ts'
import classes from './table.module.css'

type BulkBarProps = {
  readonly count: number
  readonly onClear: () => void
  /** The buttons: what can be done with all selected rows. */
  readonly children: ReactNode
}

/** What stands above the list while rows are selected. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  return (
    <div role="region" aria-label={tableText.bulkActions} className={classes['bulk']}>
      <span role="status" className={classes['bulkCount']}>
        {tableText.selected(count)}
      </span>
      {children}
      <button type="button" className={classes['bulkClear']} onClick={onClear}>
        {tableText.clearSelection}
      </button>
    </div>
  )
}
