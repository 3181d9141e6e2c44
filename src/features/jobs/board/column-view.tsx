import { useDroppable } from '@dnd-kit/core'
import { memo, useEffect } from 'react'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { boardText } from '../../../ui/text/board.ts'
import { ColumnHead } from '../columns/column-head.tsx'
import { useBoard } from './board-context.ts'
import classes from './board.module.css'
import { CardList } from './card-list.tsx'
import type { PendingCards } from './card-slots.ts'
import { useColumnCards } from './use-column-cards.ts'

type ColumnViewProps = {
  readonly column: BoardColumn
  /** How many cards the column has without any filter, and the board in all. */
  readonly count: number
  readonly total: number
  readonly pending: PendingCards
  /** The card whose panel is open. */
  readonly openId: string | null
  /** The card that is being dragged. */
  readonly draggedId: string | null
  /** Where a dragged card would land; null while none is above this column. */
  readonly dropIndex: number | null
  /** True while another column would take this one's place. */
  readonly isTarget: boolean
}

/** A column of the board: its name, how many are in it, and their cards. */
export const ColumnView = memo(function ColumnView(props: ColumnViewProps) {
  const { column, count, total, pending, openId, draggedId, dropIndex, isTarget } = props
  const { jobId, filter, noteSlots } = useBoard()
  const { slots, isLoaded, onRange } = useColumnCards(jobId, column.key, filter, pending)
  const { setNodeRef } = useDroppable({ id: column.key })
  const isFiltered = Object.keys(filter).length > 0

  useEffect(() => {
    noteSlots(column.key, slots)
  }, [noteSlots, column.key, slots])

  return (
    <section
      className={classes['column']}
      data-column={column.key}
      data-over={dropIndex !== null || isTarget || undefined}
      aria-label={boardText.column(column.name, count)}
    >
      <ColumnHead
        column={column}
        count={count}
        total={total}
        found={isFiltered && isLoaded ? slots.length : null}
      />
      {isLoaded ? (
        <CardList
          slots={slots}
          label={column.name}
          openId={openId}
          draggedId={draggedId}
          dropIndex={dropIndex}
          dropRef={setNodeRef}
          onRange={onRange}
        />
      ) : (
        <div className={classes['waiting']}>
          {[70, 50, 60].slice(0, Math.max(count, 1)).map((width) => (
            <div key={width} className={classes['gap']}>
              <SkeletonLine width={`${width}%`} />
            </div>
          ))}
        </div>
      )}
      {isLoaded && slots.length === 0 && (
        <p className={classes['nobody']}>
          {isFiltered ? boardText.noMatch : boardText.emptyColumn}
        </p>
      )}
    </section>
  )
})
