import type { KeyboardEvent, ReactNode } from 'react'
import { Link } from 'react-router'
import { tableText } from '../text/common.ts'
import type { Column } from './column.ts'
import { RowCheckbox } from './row-checkbox.tsx'
import classes from './table.module.css'

type TableRowProps<Row> = {
  readonly row: Row
  /** The row's place of all, for lists of which only a part exists; the head is 1. */
  readonly rowIndex?: number | undefined
  readonly columns: readonly Column<Row>[]
  /** What the row is called, for its checkbox. */
  readonly label: string
  readonly href: string | undefined
  readonly open: boolean
  readonly selection:
    { readonly checked: boolean; readonly onToggle: (range: boolean) => void } | undefined
  readonly actions: ReactNode
}

/** Moves the focus between the rows' links with the arrow keys. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const table = event.currentTarget.closest('table')
  if (step === undefined || table === null) return
  const links = [...table.querySelectorAll<HTMLElement>('[data-row-link]')]
  links[links.indexOf(event.currentTarget) + step]?.focus()
  event.preventDefault()
}

/** A row of 40 px. Its first cell is the link, stretched over the row. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, rowIndex, columns, label, href, open, selection, actions } = props
  return (
    <tr
      aria-rowindex={rowIndex}
      data-open={open || undefined}
      data-selected={selection?.checked === true || undefined}
    >
      {selection !== undefined && (
        <td className={classes['boxCell']}>
          <RowCheckbox
            label={tableText.selectRow(label)}
            checked={selection.checked}
            onToggle={selection.onToggle}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td
          key={column.key}
          data-align={column.align}
          data-wide-only={column.wideOnly === true || undefined}
        >
          {index === 0 && href !== undefined ? (
            <Link
              to={href}
              preventScrollReset
              className={classes['rowLink']}
              data-row-link
              aria-current={open || undefined}
              onKeyDown={moveByArrows}
            >
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
      {actions !== undefined && (
        <td className={classes['actionCell']}>
          <div className={classes['actions']}>{actions}</div>
        </td>
      )}
    </tr>
  )
}
