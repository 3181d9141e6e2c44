import {
  IconArrowLeft,
  IconArrowRight,
  IconChecks,
  IconColumnInsertRight,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import type { MenuEntry } from '../../../ui/menu/menu-button.tsx'
import { columnText } from '../../../ui/text/board-columns.ts'
import type { Board } from '../board/board-context.ts'

/** New cards and refusals need a place: the database keeps these. */
const KEPT: ReadonlySet<string> = new Set(['not-contacted', 'rejected'])

/** What can be done with a column. */
export function columnEntries(
  column: BoardColumn,
  count: number,
  { columns, moveColumn, askColumn, select }: Board,
): readonly MenuEntry[] {
  const at = columns.findIndex(({ key }) => key === column.key)
  return [
    {
      kind: 'action',
      key: 'select',
      label: columnText.selectAll(count),
      icon: IconChecks,
      disabled: count === 0,
      onSelect: () => {
        select.column(column.key)
      },
    },
    { kind: 'divider', key: 'divider' },
    {
      kind: 'action',
      key: 'edit',
      label: columnText.edit,
      icon: IconPencil,
      onSelect: () => {
        askColumn({ kind: 'edit', column })
      },
    },
    {
      kind: 'action',
      key: 'left',
      label: columnText.moveLeft,
      icon: IconArrowLeft,
      disabled: at <= 0,
      onSelect: () => {
        moveColumn(column.key, -1)
      },
    },
    {
      kind: 'action',
      key: 'right',
      label: columnText.moveRight,
      icon: IconArrowRight,
      disabled: at === columns.length - 1,
      onSelect: () => {
        moveColumn(column.key, 1)
      },
    },
    {
      kind: 'action',
      key: 'add',
      label: columnText.addRight,
      icon: IconColumnInsertRight,
      onSelect: () => {
        askColumn({ kind: 'add', after: column.key })
      },
    },
    {
      kind: 'action',
      key: 'delete',
      label: columnText.delete,
      icon: IconTrash,
      danger: true,
      disabled: KEPT.has(column.key),
      onSelect: () => {
        askColumn({ kind: 'delete', column })
      },
    },
  ]
}
