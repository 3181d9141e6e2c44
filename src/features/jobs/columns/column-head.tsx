import { useDraggable } from '@dnd-kit/core'
import { IconDots, IconGripVertical } from '@tabler/icons-react'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { MenuButton } from '../../../ui/menu/menu-button.tsx'
import { StatusDot } from '../../../ui/status/status-dot.tsx'
import { boardText } from '../../../ui/text/board.ts'
import { columnText } from '../../../ui/text/board-columns.ts'
import { formatNumber, formatShare } from '../../../ui/text/locale.ts'
import { parseTone } from '../../../ui/theme/tones.ts'
import { useBoard } from '../board/board-context.ts'
import { columnEntries } from './column-entries.ts'
import classes from './columns.module.css'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** What a column is dragged by: pointers carry it, the arrow keys move it. */
function ColumnGrip({ column }: { readonly column: BoardColumn }) {
  const { moveColumn } = useBoard()
  const { setNodeRef, listeners } = useDraggable({
    id: `column:${column.key}`,
    data: { column },
  })
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={classes['grip']}
      aria-label={columnText.grip(column.name)}
      title={columnText.gripHint}
      data-column-grip={column.key}
      {...listeners}
      onKeyDown={(event) => {
        const step = STEPS[event.key]
        if (step === undefined) return
        event.preventDefault()
        moveColumn(column.key, step)
      }}
    >
      <IconGripVertical size={14} aria-hidden />
    </button>
  )
}

type ColumnHeadProps = {
  readonly column: BoardColumn
  /** How many cards the column has without any filter, and the board in all. */
  readonly count: number
  readonly total: number
  /** How many of them match the filter; null without one. */
  readonly found: number | null
}

/** The name of a column, how many are in it and what part of the board that is; and its menu. */
export function ColumnHead({ column, count, total, found }: ColumnHeadProps) {
  const board = useBoard()
  return (
    <header className={classes['head']}>
      {board.canWrite && <ColumnGrip column={column} />}
      <h2 className={classes['name']} data-said-elsewhere>
        <StatusDot
          status={column.key}
          custom={{ label: column.name, tone: parseTone(column.colour) }}
        />
      </h2>
      <span className={classes['count']} data-said-elsewhere>
        {found === null ? formatNumber(count) : boardText.found(found, count)}
      </span>
      <span
        className={classes['share']}
        title={boardText.share(formatShare(count, total))}
        data-said-elsewhere
      >
        {formatShare(count, total)}
      </span>
      {board.canWrite && (
        <MenuButton
          entries={columnEntries(column, found ?? count, board)}
          label={columnText.menu(column.name)}
          className={classes['menu']}
        >
          <IconDots size={16} aria-hidden />
        </MenuButton>
      )}
    </header>
  )
}
