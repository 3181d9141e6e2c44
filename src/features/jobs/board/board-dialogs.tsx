import { lazy, Suspense } from 'react'
import { ConfirmDialog } from '../../../ui/feedback/confirm-dialog.tsx'
import { cardChangeText, rejectText } from '../../../ui/text/board.ts'
import { movedTo } from '../../../data/frontend/edited-card.ts'
import type { BoardChange } from './board-change.ts'
import type { BoardQuestion } from './use-board-actions.ts'

const RejectDialog = lazy(async () => ({
  default: (await import('./reject-dialog.tsx')).RejectDialog,
}))
const ConflictDialog = lazy(async () => ({
  default: (await import('./conflict-dialog.tsx')).ConflictDialog,
}))

type BoardDialogsProps = {
  readonly question: BoardQuestion | null
  readonly nameOfColumn: (key: string) => string
  readonly onRun: (change: BoardChange) => void
  readonly onClose: () => void
}

/** What the board asks before it goes on; the code of a dialog comes with its first opening. */
export function BoardDialogs({ question, nameOfColumn, onRun, onClose }: BoardDialogsProps) {
  if (question === null) return null
  const go = (change: BoardChange): void => {
    onClose()
    onRun(change)
  }
  switch (question.kind) {
    case 'remove':
      return (
        <ConfirmDialog
          opened
          danger
          title={cardChangeText.removeTitle(question.card.name)}
          confirmLabel={cardChangeText.remove}
          onConfirm={() => {
            onRun({ kind: 'remove', before: question.card, after: null })
          }}
          onClose={onClose}
        >
          {cardChangeText.removeBody}
        </ConfirmDialog>
      )
    case 'reject': {
      const { move } = question
      return (
        <Suspense fallback={null}>
          <RejectDialog
            title={rejectText.title(move.before.name)}
            onCancel={onClose}
            onReject={(reason) => {
              const { status, position } = move.after
              go({ ...move, reason, after: movedTo(move.before, status, position, reason) })
            }}
          />
        </Suspense>
      )
    }
    case 'conflict':
      return (
        <Suspense fallback={null}>
          <ConflictDialog
            change={question.change}
            present={question.present}
            nameOfColumn={nameOfColumn}
            onMoveAnyway={go}
            onClose={onClose}
          />
        </Suspense>
      )
  }
}
