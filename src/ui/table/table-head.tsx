import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import { tableText } from '../text/common.ts'
import type { Column } from './column.ts'
import { RowCheckbox } from './row-checkbox.tsx'
import { type Sort, toggleSort } from './sort.ts'
import { Unseen } from '../words/unseen.tsx'
import classes from './table.module.css'

type TableHeadProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
  /** The state of the box that selects the page; without it rows can't be selected. */
  readonly pageSelection?:
    { readonly state: 'none' | 'some' | 'all'; readonly onToggle: () => void } | undefined
  readonly hasActions: boolean
}

const SORT_ICONS = {
  ascending: IconArrowUp,
  descending: IconArrowDown,
  none: IconSelector,
} as const

/** The sticky head of a table; a sortable column's title is a button. */
export function TableHead<Row>(props: TableHeadProps<Row>) {
  const { columns, sort, onSort, pageSelection, hasActions } = props
  return (
    <thead>
      <tr>
        {pageSelection !== undefined && (
          <th scope="col" className={classes['boxCell']}>
            <RowCheckbox
              label={tableText.selectAll}
              checked={pageSelection.state === 'all'}
              mixed={pageSelection.state === 'some'}
              onToggle={pageSelection.onToggle}
            />
          </th>
        )}
        {columns.map((column) => {
          const sorted = sort?.key === column.key ? sort.direction : 'none'
          const SortIcon = SORT_ICONS[sorted]
          const sortable = column.sortable === true && onSort !== undefined
          return (
            <th
              key={column.key}
              scope="col"
              aria-sort={sortable ? sorted : undefined}
              data-align={column.align}
              data-wide-only={column.wideOnly === true || undefined}
              style={{ width: column.width, minWidth: column.width }}
            >
              {sortable ? (
                <button
                  type="button"
                  className={classes['sort']}
                  data-sorted={sorted !== 'none' || undefined}
                  onClick={() => {
                    onSort(toggleSort(sort, column.key))
                  }}
                >
                  {column.title}
                  <SortIcon size={14} aria-hidden />
                </button>
              ) : (
                column.title
              )}
            </th>
          )
        })}
        {hasActions && (
          <th scope="col" className={classes['actionCell']}>
            <Unseen>{tableText.rowActions}</Unseen>
          </th>
        )}
      </tr>
    </thead>
  )
}
