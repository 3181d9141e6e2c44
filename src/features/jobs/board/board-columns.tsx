import { DndContext, DragOverlay } from '@dnd-kit/core'
import { IconPlus } from '@tabler/icons-react'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { columnText } from '../../../ui/text/board-columns.ts'
import columnClasses from '../columns/columns.module.css'
import { useBoard } from './board-context.ts'
import type { BoardParts } from './use-board-parts.ts'
import classes from './board.module.css'
import { ColumnView } from './column-view.tsx'
import { SILENT } from './drag-words.ts'
import { nearestColumn } from './drop-place.ts'
import { DropTiles } from './drop-tiles.tsx'
import { LiftedCard } from './lifted-card.tsx'
import type { CardDrag } from './use-card-drag.ts'

type BoardColumnsProps = {
  /** What the board is called. */
  readonly label: string
  readonly columns: readonly BoardColumn[]
  /** Those that are not in sight. */
  readonly others: readonly BoardColumn[]
  readonly parts: Pick<BoardParts, 'countOf' | 'total' | 'pending'>
  readonly drag: CardDrag
  /** The card whose panel is open. */
  readonly openId: string | null
  /** Whether a column may be added here. */
  readonly grows: boolean
}

/** The columns side by side, and what is being dragged between them. */
export function BoardColumns(props: BoardColumnsProps) {
  const { label, columns, others, parts, drag, openId, grows } = props
  const { askColumn } = useBoard()
  return (
    <DndContext
      sensors={drag.sensors}
      collisionDetection={nearestColumn}
      accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: '' } }}
      {...drag.handlers}
    >
      <div className={classes['board']} role="group" aria-label={label}>
        {columns.map((column) => (
          <ColumnView
            key={column.key}
            column={column}
            count={parts.countOf(column)}
            total={parts.total}
            pending={parts.pending}
            openId={openId}
            draggedId={drag.card?.id ?? null}
            dropIndex={drag.place?.columnKey === column.key ? drag.place.index : null}
            isTarget={drag.overColumn === column.key}
          />
        ))}
        {grows && (
          <button
            type="button"
            className={columnClasses['add']}
            onClick={() => {
              askColumn({ kind: 'add', after: null })
            }}
          >
            <IconPlus size={16} aria-hidden />
            {columnText.add}
          </button>
        )}
      </div>
      {drag.card !== null && others.length > 0 && (
        <DropTiles
          columns={others}
          countOf={parts.countOf}
          overKey={drag.place?.columnKey ?? null}
        />
      )}
      <DragOverlay dropAnimation={null}>
        {drag.card !== null && <LiftedCard card={drag.card} />}
        {drag.column !== null && (
          <div className={columnClasses['lifted']} data-lifted>
            {drag.column.name}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}
