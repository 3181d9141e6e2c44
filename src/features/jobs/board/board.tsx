import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect, useState } from 'react'
import { LinkTabs } from '../../../ui/page/link-tabs.tsx'
import { boardText, dragText } from '../../../ui/text/board.ts'
import { Unseen } from '../../../ui/words/unseen.tsx'
import { BoardBulkBar } from '../bulk/board-bulk-bar.tsx'
import { BulkDialogs } from '../bulk/bulk-dialogs.tsx'
import { BulkNote } from '../bulk/bulk-note.tsx'
import { ColumnDialogs } from '../columns/column-dialogs.tsx'
import type { BoardFilter } from '../queries.ts'
import { BoardColumns } from './board-columns.tsx'
import { BoardContext } from './board-context.ts'
import { BoardDialogs } from './board-dialogs.tsx'
import { useBoardParts } from './use-board-parts.ts'
import classes from './board.module.css'
import { describeDrag, DRAG_HELP_ID } from './drag-words.ts'
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
      else if (isPhone && place.columnKey !== card.status)
        around.moveToColumn(card, place.columnKey)
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
        <BulkNote
          note={bulk.note}
          onDismiss={() => {
            bulk.setNote(null)
          }}
        />
        <BoardColumns
          label={label}
          columns={shown}
          others={columns.filter((column) => !shown.includes(column))}
          parts={parts}
          drag={drag}
          openId={openId}
          grows={canWrite && !isPhone}
        />
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
