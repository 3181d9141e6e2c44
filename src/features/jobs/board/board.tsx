import { DndContext, DragOverlay } from '@dnd-kit/core'
import { useMediaQuery } from '@mantine/hooks'
import { useSuspenseQueries } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { LinkTabs } from '../../../ui/page/link-tabs.tsx'
import { toStatusLook } from '../../../ui/status/status-look.ts'
import { boardText, dragText } from '../../../ui/text/board.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { type BoardFilter, boardCountsQuery, columnsQuery } from '../queries.ts'
import { type Board as BoardAround, BoardContext } from './board-context.ts'
import { BoardDialogs } from './board-dialogs.tsx'
import classes from './board.module.css'
import { CardFace } from './card-face.tsx'
import cardClasses from './card.module.css'
import { countWithPending } from './card-slots.ts'
import { ColumnView } from './column-view.tsx'
import { describeDrag, DRAG_HELP_ID, SILENT } from './drag-words.ts'
import { nearestColumn } from './drop-place.ts'
import { useBoardActions } from './use-board-actions.ts'
import { useCardDrag } from './use-card-drag.ts'
import { useReturnedFocus } from './use-returned-focus.ts'

const PHONE = '(max-width: 640px)'

type BoardProps = {
  readonly jobId: string
  /** What the board is called. */
  readonly label: string
  readonly filter: BoardFilter
  /** The key of the column in sight; empty for the first. */
  readonly columnKey: string
  readonly hrefOfColumn: (key: string) => string
  /** The card whose panel is open. */
  readonly openId: string | null
  readonly hrefOf: (candidateId: string) => string
  /** What stands instead of the columns while nobody is on the board. */
  readonly empty: ReactNode
}

/** The board of a job: its columns with their cards, moved by pointer, touch, keys or menu. */
export function Board(props: BoardProps) {
  const { jobId, label, filter, columnKey, openId, hrefOf } = props
  const { canWrite } = useViewer()
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false })
  const [{ data: columns }, { data: counted }] = useSuspenseQueries({
    queries: [columnsQuery(jobId), boardCountsQuery(jobId)],
  })
  const nameOfColumn = useCallback(
    (key: string) => columns.find((column) => column.key === key)?.name ?? toStatusLook(key).label,
    [columns],
  )
  const actions = useBoardActions({ jobId, filter, nameOfColumn })
  const { pending, steps, slotsOf, noteSlots, moveToColumn, decide, remove } = actions
  const drag = useCardDrag({
    slotsOf,
    nameOfColumn,
    onDrop: actions.drop,
  })
  useReturnedFocus(openId)

  useEffect(() => {
    if (columnKey === '' || isPhone) return
    const column = document.querySelector(`[data-column="${CSS.escape(columnKey)}"]`)
    column?.scrollIntoView({ inline: 'start', block: 'nearest' })
  }, [columnKey, isPhone])

  const countOf = ({ key }: BoardColumn): number => countWithPending(counted[key] ?? 0, key, steps)
  const total = columns.reduce((sum, column) => sum + countOf(column), 0)
  const inSight = columns.find(({ key }) => key === columnKey) ?? columns[0]
  const shown = isPhone && inSight !== undefined ? [inSight] : columns
  const draggedId = drag.card?.id ?? null

  const around = useMemo(
    (): BoardAround => ({
      jobId,
      columns,
      filter,
      canWrite,
      hrefOf,
      nameOfColumn,
      moveToColumn,
      decide,
      remove,
      noteSlots,
    }),
    [
      jobId,
      columns,
      filter,
      canWrite,
      hrefOf,
      nameOfColumn,
      moveToColumn,
      decide,
      remove,
      noteSlots,
    ],
  )

  if (total === 0) return props.empty
  return (
    <BoardContext value={around}>
      {isPhone && (
        <LinkTabs
          label={boardText.columns}
          current={inSight?.key ?? ''}
          tabs={columns.map((column) => ({
            key: column.key,
            label: column.name,
            href: props.hrefOfColumn(column.key),
            count: countOf(column),
          }))}
        />
      )}
      <DndContext
        sensors={drag.sensors}
        collisionDetection={nearestColumn}
        accessibility={{ announcements: SILENT, screenReaderInstructions: { draggable: '' } }}
        {...drag.handlers}
      >
        <div className={classes['board']} role="group" aria-label={label}>
          {shown.map((column) => (
            <ColumnView
              key={column.key}
              column={column}
              count={countOf(column)}
              total={total}
              pending={pending}
              openId={openId}
              draggedId={draggedId}
              dropIndex={drag.place?.columnKey === column.key ? drag.place.index : null}
            />
          ))}
        </div>
        <DragOverlay dropAnimation={null}>
          {drag.card !== null && (
            <article className={cardClasses['card']} data-lifted>
              <CardFace
                card={drag.card}
                name={<span className={cardClasses['name']}>{drag.card.name}</span>}
              />
            </article>
          )}
        </DragOverlay>
      </DndContext>
      <p id={DRAG_HELP_ID} hidden>
        {dragText.instructions}
      </p>
      <div role="status" aria-live="assertive" className={classes['unseen']}>
        {drag.moment === null ? '' : describeDrag(drag.moment)}
      </div>
      <BoardDialogs
        question={actions.question}
        nameOfColumn={nameOfColumn}
        onRun={actions.run}
        onClose={actions.closeQuestion}
      />
    </BoardContext>
  )
}
