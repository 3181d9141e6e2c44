import { Button, Group, Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { StatusEvent } from '../../../data/frontend/conversation.ts'
import { colleagueNamesQuery } from '../../../data/frontend/shared-queries.ts'
import { cardConflictText } from '../../../ui/text/board.ts'
import { commonText } from '../../../ui/text/common.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { cardEventsQuery } from '../queries.ts'
import { movedTo } from '../../../data/frontend/edited-card.ts'
import type { BoardChange, PresentCard } from './board-change.ts'

type ConflictDialogProps = {
  readonly change: BoardChange
  readonly present: PresentCard
  readonly nameOfColumn: (key: string) => string
  readonly onMoveAnyway: (change: BoardChange) => void
  readonly onClose: () => void
}

/** The move after all, from where the card is now. */
function moveAnyway({ before, after }: BoardChange, present: PresentCard): BoardChange | null {
  if (after === null || after.status === present.status) return null
  const now = {
    ...before,
    status: present.status,
    statusSetBy: present.status_set_by,
    suggestedStatus: present.suggested_status,
    version: present.version,
  }
  const reason = after.status === 'rejected' ? after.rejectionReason : undefined
  return {
    kind: 'move',
    before: now,
    after: movedTo(now, after.status, after.position, reason),
    shifts: [],
    reason,
  }
}

/** Somebody else was faster: who set what, beside what one wanted, and a way to do it all the same. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { change, present, nameOfColumn, onMoveAnyway, onClose } = props
  const { userId } = useViewer()
  const events = useQuery({ ...cardEventsQuery(change.before.id), throwOnError: false }).data ?? []
  const names = useQuery({ ...colleagueNamesQuery(), throwOnError: false }).data
  const decision = events.find(({ toStatus }) => toStatus === present.status)
  const column = nameOfColumn(present.status)
  const again = moveAnyway(change, present)

  const whoOf = ({ actorId }: StatusEvent): string => {
    if (actorId === userId) return cardConflictText.you
    return names?.get(actorId ?? '') ?? cardConflictText.colleague
  }

  function whatHappened(): string {
    if (present.status === change.before.status) return cardConflictText.changed(column)
    if (present.status_set_by === 'automation') return cardConflictText.movedByAutomation(column)
    const who = decision === undefined ? cardConflictText.colleague : whoOf(decision)
    return cardConflictText.movedBy(who, column)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={cardConflictText.title(change.before.name)}
      closeButtonProps={{ 'aria-label': commonText.close }}
    >
      <Text>
        {whatHappened()}
        {decision !== undefined && (
          <>
            {' '}
            (<RelativeTime at={decision.occurredAt} />)
          </>
        )}
        .
      </Text>
      {again !== null && (
        <Text mt="xs">{cardConflictText.wanted(nameOfColumn(again.after?.status ?? ''))}</Text>
      )}
      <Group justify="flex-end" gap="sm" mt="xl">
        {again !== null && (
          <Button
            variant="default"
            onClick={() => {
              onMoveAnyway(again)
            }}
          >
            {cardConflictText.moveAnyway(nameOfColumn(again.after?.status ?? ''))}
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          {again === null ? cardConflictText.ok : cardConflictText.leave(column)}
        </Button>
      </Group>
    </Modal>
  )
}
