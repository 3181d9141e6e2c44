import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { tableText } from '../text/common.ts'
import { ROW_HEIGHTS, useDensity } from '../theme/density.ts'
import { BulkBar } from './bulk-bar.tsx'
import type { Column } from './column.ts'
import type { Sort } from './sort.ts'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import classes from './table.module.css'

export type VirtualSelection = {
  readonly has: (key: string) => boolean
  readonly count: number
  readonly state: 'none' | 'some' | 'all'
  readonly toggle: (key: string, range: boolean) => void
  /** Everything the list has, seen or not; or nothing. */
  readonly toggleAll: () => void
  readonly clear: () => void
}

type VirtualTableProps<Row> = {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** How many rows there are in all, loaded or not. */
  readonly total: number
  /** A row by its place, counted from 0; undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined
  /** Told which rows are about to be seen, so that they can be fetched. */
  readonly onRange: (first: number, last: number) => void
  readonly rowKey: (row: Row) => string
  readonly rowLabel: (row: Row) => string
  readonly rowHref?: ((row: Row) => string | undefined) | undefined
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  readonly selection?: VirtualSelection | undefined
  readonly bulkActions?: ReactNode
  readonly refreshing?: boolean | undefined
  readonly empty?: ReactNode
}

/**
 * A list of which only the rows that are seen exist, and only those are fetched: 100,000 rows
 * scroll as one list. Everything else is as in `DataTable`.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { columns, total, rowAt, onRange, rowKey, rowLabel, rowHref, selection } = props
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = ROW_HEIGHTS[useDensity()]
  // Nothing here is memoised by what the virtualizer returns.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, rowHeight])
  const seen = virtualizer.getVirtualItems()
  const first = seen[0]?.index ?? 0
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    onRange(first, last)
  }, [onRange, first, last])
  const width = columns.length + (selection === undefined ? 0 : 1)
  const gap = (rows: number) =>
    rows > 0 && (
      <tr aria-hidden className={classes['gap']}>
        {/* Hidden from everybody: room for rows that aren't there. */}
        {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
        <td colSpan={width} style={{ height: rows * rowHeight }} />
      </tr>
    )

  return (
    <div className={classes['frame']}>
      {selection !== undefined && selection.count > 0 && (
        <BulkBar count={selection.count} onClear={selection.clear}>
          {props.bulkActions}
        </BulkBar>
      )}
      <div ref={scroller} className={classes['scroller']} aria-busy={props.refreshing === true}>
        <table className={classes['table']} aria-label={props.label} aria-rowcount={total + 1}>
          <TableHead
            columns={columns}
            sort={props.sort}
            onSort={props.onSort}
            hasActions={false}
            pageSelection={selection && { state: selection.state, onToggle: selection.toggleAll }}
          />
          <tbody>
            {gap(first)}
            {seen.map(({ index }) => {
              const row = rowAt(index)
              if (row === undefined) {
                return (
                  <tr key={index} aria-rowindex={index + 2} aria-busy>
                    <td colSpan={width} className={classes['coming']}>
                      {tableText.loadingRows}
                    </td>
                  </tr>
                )
              }
              const key = rowKey(row)
              return (
                <TableRow
                  key={index}
                  row={row}
                  rowIndex={index + 2}
                  columns={columns}
                  label={rowLabel(row)}
                  href={rowHref?.(row)}
                  open={false}
                  selection={
                    selection && {
                      checked: selection.has(key),
                      onToggle: (range) => {
                        selection.toggle(key, range)
                      },
                    }
                  }
                  actions={undefined}
                />
              )
            })}
            {total > 0 && gap(total - 1 - last)}
          </tbody>
        </table>
        {total === 0 && props.empty}
      </div>
      {total > 0 && (
        <p className={classes['pager']}>{tableText.range(first + 1, last + 1, total)}</p>
      )}
    </div>
  )
}
