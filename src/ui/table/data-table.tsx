import type { ReactNode } from 'react'
import { BulkBar } from './bulk-bar.tsx'
import type { Column } from './column.ts'
import { Pager, type Paging } from './pager.tsx'
import type { Sort } from './sort.ts'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import classes from './table.module.css'
import type { Selection } from './use-selection.ts'

type DataTableProps<Row> = {
  /** What the rows are: "Campaigns". */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** One page of rows; sorting, filtering and paging are the server's. */
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What a row is called, for its checkbox. */
  readonly rowLabel: (row: Row) => string
  /** Where a row leads: a page, or this one with a panel open. */
  readonly rowHref?: ((row: Row) => string) | undefined
  /** The key of the row whose panel is open. */
  readonly openKey?: string | null | undefined
  /** Buttons of a row, seen on hover and on focus. */
  readonly rowActions?: ((row: Row) => ReactNode) | undefined
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  /** From `useSelection`; needs `bulkActions` to be of use. */
  readonly selection?: Selection | undefined
  readonly bulkActions?: ReactNode
  readonly paging?: Paging | undefined
  /** True while the next page or order is on its way and the old rows still stand. */
  readonly refreshing?: boolean | undefined
  /** What stands instead of the rows when there are none. */
  readonly empty?: ReactNode
}

function pageState(
  keys: readonly string[],
  selected: ReadonlySet<string>,
): 'none' | 'some' | 'all' {
  const count = keys.filter((key) => selected.has(key)).length
  if (count === 0) return 'none'
  return count === keys.length ? 'all' : 'some'
}

/**
 * A full-width list: sticky head, rows of 40 px that open by a link, sorting, selection with a
 * bulk bar, paging by the server.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, rowLabel, rowHref, rowActions, selection, paging } = props
  const keys = rows.map(rowKey)
  return (
    <div className={classes['frame']}>
      {selection !== undefined && selection.selected.size > 0 && (
        <BulkBar count={selection.selected.size} onClear={selection.clear}>
          {props.bulkActions}
        </BulkBar>
      )}
      <div className={classes['scroller']} aria-busy={props.refreshing === true}>
        <table className={classes['table']} aria-label={props.label}>
          <TableHead
            columns={columns}
            sort={props.sort}
            onSort={props.onSort}
            hasActions={rowActions !== undefined}
            pageSelection={
              selection && {
                state: pageState(keys, selection.selected),
                onToggle: selection.togglePage,
              }
            }
          />
          <tbody>
            {rows.map((row) => {
              const key = rowKey(row)
              return (
                <TableRow
                  key={key}
                  row={row}
                  columns={columns}
                  label={rowLabel(row)}
                  href={rowHref?.(row)}
                  open={props.openKey === key}
                  selection={
                    selection && {
                      checked: selection.selected.has(key),
                      onToggle: (range) => {
                        selection.toggle(key, range)
                      },
                    }
                  }
                  actions={rowActions?.(row)}
                />
              )
            })}
          </tbody>
        </table>
        {rows.length === 0 && props.empty}
      </div>
      {paging !== undefined && paging.total > 0 && <Pager label={props.label} paging={paging} />}
    </div>
  )
}
