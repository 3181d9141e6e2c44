import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { commonText, tableText } from '../text/common.ts'
import classes from './table.module.css'

export type Paging = {
  /** Counted from 1. */
  readonly page: number
  readonly pageSize: number
  /** How many rows there are on all pages. */
  readonly total: number
  readonly onPage: (page: number) => void
}

/** Which rows of how many are shown, and the way to the others. */
export function Pager({ label, paging }: { readonly label: string; readonly paging: Paging }) {
  const { page, pageSize, total, onPage } = paging
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, total)
  return (
    <nav className={classes['pager']} aria-label={tableText.pages(label)}>
      <span aria-live="polite">{tableText.range(from, to, total)}</span>
      <button
        type="button"
        className={classes['turn']}
        aria-label={commonText.previous}
        disabled={page <= 1}
        onClick={() => {
          onPage(page - 1)
        }}
      >
        <IconChevronLeft size={16} aria-hidden />
      </button>
      <button
        type="button"
        className={classes['turn']}
        aria-label={commonText.next}
        disabled={to >= total}
        onClick={() => {
          onPage(page + 1)
        }}
      >
        <IconChevronRight size={16} aria-hidden />
      </button>
    </nav>
  )
}
