import { DndContext, DragOverlay } from '@dnd-kit/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { LinkTabs } from '../../../ui/page/link-tabs.tsx'
import { boardText, dragText } from '../../../ui/text/board.ts'
import { columnText } from '../../../ui/text/board-columns.ts'
import { commonText } from '../../../ui/text/common.ts'
import { BoardBulkBar } from '../bulk/board-bulk-bar.tsx'
import { BulkDialogs } from '../bulk/bulk-dialogs.tsx'
import bulkClasses from '../bulk/bulk.module.css'
import { ColumnDialogs } from '../columns/column-dialogs.tsx'
import columnClasses from '../columns/columns.module.css'
import type { BoardFilter } from '../queries.ts'
import { BoardContext } from './board-context.ts'
import { BoardDialogs } from './board-dialogs.tsx'
import { useBoardParts } from './board-parts.ts'
import { Unseen } from '../../../ui/words/unseen.tsx'
import classes from './board.module.css'
import { ColumnView } from './column-view.tsx'
import { describeDrag, DRAG_HELP_ID, SILENT } from './drag-words.ts'
import { nearestColumn } from './drop-place.ts'
import { LiftedCard } from './lifted-card.tsx'
import { useCardDrag } from './use-card-drag.ts'
import { useReturnedFocus } from './use-returned-focus.ts'

const PHONE = '(max-width: 640px)'

type BoardProps = {
  readonly jobId: string
  readonly officeId: string
  /** What the board is called. */
  readonly label: string
  readonly filter: BoardFilter
  /** The day it is at the office, YYYY-MM-DD. */
  readonly today: string
  /** The key of the column in sight; empty for the first. */
  readonly columnKey: string
  readonly hrefOfColumn: (key: string) => string
  /** The card whose panel is open. */
  readonly openId: string | null
  readonly hrefOf: (candidateId: string) => string
  /** What stands instead of the columns while nobody is on the board; it may lead to them. */
  readonly empty: (onSetUp: () => void) => ReactNode
}

/** The board of a job: its columns with their cards, moved by pointer, touch, keys or menu. */
export function Board(props: BoardProps) {
  const { jobId, label, filter, today, columnKey, openId, hrefOf } = props
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false })
  const [isSettingUp, setIsSettingUp] = useState(false)
  const parts = useBoardParts({ jobId, filter, today, hrefOf })
  const { around, actions, bulk, names, countOf, total } = parts
  const { columns, canWrite, nameOfColumn, selection } = around
  const drag = useCardDrag({
    slotsOf: actions.slotsOf,
    nameOfColumn,
    onDrop: (card, place) => {
      const { cards } = selection.getState()
      const together = cards.has(card.id) && cards.size > 1 && place.columnKey !== card.status
      if (together) around.moveMany([...cards.values()], place.columnKey)
      else actions.drop(card, place)
    },
    onDropColumn: (key, overKey) => {
      const keys = columns.map((column) => column.key)
      around.moveColumn(key, keys.indexOf(overKey) - keys.indexOf(key))
    },
  })
  useReturnedFocus(openId)

  useEffect(() => {
    if (columnKey === '' || isPhone) return
    const column = document.querySelector(`[data-column="${CSS.escape(columnKey)}"]`)
    column?.scrollIntoView({ inline: 'start', block: 'nearest' })
  }, [columnKey, isPhone])

  const inSight = columns.find(({ key }) => key === columnKey) ?? columns[0]
  const shown = isPhone && inSight !== undefined ? [inSight] : columns

  if (total === 0 && !isSettingUp) {
    return props.empty(() => {
      setIsSettingUp(true)
    })
  }
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
      <div className={classes['area']}>
        <BoardBulkBar />
        {bulk.note !== null && (
          <div role="status" className={bulkClasses['note']}>
            <p>{bulk.note}</p>
            <button
              type="button"
              className={columnClasses['menu']}
              aria-label={commonText.dismiss}
              onClick={() => {
                bulk.setNote(null)
              }}
            >
              <IconX size={16} aria-hidden />
            </button>
          </div>
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
                pending={parts.pending}
                openId={openId}
                draggedId={drag.card?.id ?? null}
                dropIndex={drag.place?.columnKey === column.key ? drag.place.index : null}
                isTarget={drag.overColumn === column.key}
              />
            ))}
            {canWrite && !isPhone && (
              <button
                type="button"
                className={columnClasses['add']}
                onClick={() => {
                  around.askColumn({ kind: 'add', after: null })
                }}
              >
                <IconPlus size={16} aria-hidden />
                {columnText.add}
              </button>
            )}
          </div>
          <DragOverlay dropAnimation={null}>
            {drag.card !== null && <LiftedCard card={drag.card} />}
            {drag.column !== null && (
              <div className={columnClasses['lifted']} data-lifted>
                {drag.column.name}
              </div>
            )}
          </DragOverlay>
        </DndContext>
      </div>
      <p id={DRAG_HELP_ID} hidden>
        {dragText.instructions}
      </p>
      <Unseen role="status" aria-live="assertive">
        {drag.moment === null ? parts.said : describeDrag(drag.moment)}
      </Unseen>
      <BoardDialogs
        question={actions.question}
        nameOfColumn={nameOfColumn}
        onRun={actions.run}
        onClose={actions.closeQuestion}
      />
      <BulkDialogs
        jobId={jobId}
        officeId={props.officeId}
        question={bulk.question}
        names={names}
        today={today}
        cardOf={(id) =>
          columns.flatMap(({ key }) => actions.slotsOf(key) ?? []).find((slot) => slot?.id === id)
        }
        onApply={bulk.apply}
        onSend={bulk.send}
        onNote={bulk.setNote}
        onAdded={bulk.finish}
        onClose={bulk.closeQuestion}
      />
      <ColumnDialogs
        jobId={jobId}
        question={parts.columnQuestion}
        columns={columns}
        countOf={countOf}
        onClose={parts.closeColumnQuestion}
      />
    </BoardContext>
  )
}
