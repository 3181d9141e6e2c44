import type { ReactNode } from 'react'
import { commonText, tableText } from '../text/common.ts'
import classes from './skeletons.module.css'

/** Shows a shape only when waiting takes longer than 200 ms, and says so to a screen reader. */
function Waiting({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="status" aria-label={label} className={classes['waiting']}>
      {children}
    </div>
  )
}

/** One grey bar in the place of a text. */
export function SkeletonLine({ width = '100%' }: { readonly width?: string }) {
  return <div aria-hidden className={classes['line']} style={{ width }} />
}

const WIDTHS = [62, 48, 71, 55, 66]

/** A width that looks like text: the same for the same place. */
function widthAt(place: number): string {
  return `${WIDTHS[place % WIDTHS.length] ?? 60}%`
}

/** A table that has not come yet: its head and rows of 40 px. */
export function TableSkeleton({
  rows = 8,
  columns = 4,
}: {
  readonly rows?: number
  readonly columns?: number
}) {
  const cells = Array.from({ length: columns }, (_, index) => index)
  return (
    <Waiting label={tableText.loadingRows}>
      {Array.from({ length: rows + 1 }, (_, row) => (
        <div key={row} className={classes['row']}>
          {cells.map((cell) => (
            <SkeletonLine key={cell} width={widthAt(row + cell)} />
          ))}
        </div>
      ))}
    </Waiting>
  )
}

/** A page that has not come yet: title, figures, table. */
export function PageSkeleton() {
  return (
    <Waiting label={commonText.loading}>
      <div className={classes['page']}>
        <SkeletonLine width="220px" />
        <div className={classes['blocks']}>
          <div aria-hidden className={classes['block']} />
          <div aria-hidden className={classes['block']} />
          <div aria-hidden className={classes['block']} />
        </div>
        {WIDTHS.map((width) => (
          <div key={width} className={classes['row']}>
            <SkeletonLine width={`${width}%`} />
          </div>
        ))}
      </div>
    </Waiting>
  )
}

/** A board that has not come yet: columns of 280 px with cards. */
export function BoardSkeleton({ columns = 5 }: { readonly columns?: number }) {
  return (
    <Waiting label={commonText.loading}>
      <div className={classes['board']}>
        {Array.from({ length: columns }, (_, column) => (
          <div key={column} aria-hidden className={classes['column']}>
            <SkeletonLine width="50%" />
            <div className={classes['block']} />
            <div className={classes['block']} />
          </div>
        ))}
      </div>
    </Waiting>
  )
}

/** A panel or a form that has not come yet: lines of text. */
export function PanelSkeleton({ lines = 6 }: { readonly lines?: number }) {
  return (
    <Waiting label={commonText.loading}>
      <div className={classes['panel']}>
        {Array.from({ length: lines }, (_, line) => (
          <SkeletonLine key={line} width={widthAt(line)} />
        ))}
      </div>
    </Waiting>
  )
}
