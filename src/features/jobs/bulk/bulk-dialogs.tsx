import { lazy, Suspense } from 'react'
import type { CardsChange } from '../../../data/frontend/board-changes.ts'
import type { Card } from '../../../data/frontend/cards.ts'
import { REJECTED } from '../../../domain/status/standard-status.ts'
import { bulkDialogText, whoWords } from '../../../ui/text/board-bulk.ts'
import type { BulkChange, BulkNames } from './bulk-change.ts'
import type { BulkQuestion } from './use-bulk-actions.ts'

const RejectDialog = lazy(async () => ({
  default: (await import('../board/reject-dialog.tsx')).RejectDialog,
}))
const TagsDialog = lazy(async () => ({ default: (await import('./tags-dialog.tsx')).TagsDialog }))
const AssignDialog = lazy(async () => ({
  default: (await import('./assign-dialog.tsx')).AssignDialog,
}))
const FollowUpDialog = lazy(async () => ({
  default: (await import('./follow-up-dialog.tsx')).FollowUpDialog,
}))
const CampaignDialog = lazy(async () => ({
  default: (await import('./campaign-dialog.tsx')).CampaignDialog,
}))
const LeftDialog = lazy(async () => ({ default: (await import('./left-dialog.tsx')).LeftDialog }))

type BulkDialogsProps = {
  readonly jobId: string
  readonly officeId: string
  readonly question: BulkQuestion | null
  readonly names: BulkNames
  readonly today: string
  /** A card of the question, where it is in the page. */
  readonly cardOf: (id: string) => Card | undefined
  readonly onApply: (targets: BulkChange['targets'], change: CardsChange) => void
  readonly onSend: (bulk: BulkChange) => void
  readonly onNote: (note: string) => void
  /** People joined a campaign. */
  readonly onAdded: () => void
  readonly onClose: () => void
}

function Question(props: BulkDialogsProps & { readonly question: BulkQuestion }) {
  const { jobId, officeId, question, names, today, onApply, onClose } = props
  if (question.kind === 'left') {
    return <LeftDialog {...question} names={names} onAnyway={props.onSend} onClose={onClose} />
  }
  const { targets } = question
  const [only] = targets
  const card = targets.length === 1 && only !== undefined ? props.cardOf(only.id) : undefined
  const who = whoWords(targets.length, card?.name)
  const form = {
    who,
    onClose,
    onChange: (change: CardsChange) => {
      onApply(targets, change)
    },
  }
  switch (question.kind) {
    case 'reject':
      return (
        <RejectDialog
          title={bulkDialogText.rejectTitle(who)}
          onCancel={onClose}
          onReject={(reason) => {
            onApply(targets, { status: REJECTED, ...(reason === '' ? {} : { reason }) })
          }}
        />
      )
    case 'tags':
      return <TagsDialog {...form} jobId={jobId} present={card?.tags ?? null} />
    case 'assign':
      return <AssignDialog {...form} />
    case 'follow-up':
      return <FollowUpDialog {...form} today={today} present={card?.followUpOn ?? null} />
    case 'campaign':
      return (
        <CampaignDialog
          jobId={jobId}
          officeId={officeId}
          who={who}
          targets={targets}
          onNote={props.onNote}
          onAdded={props.onAdded}
          onClose={onClose}
        />
      )
  }
}

/** What is asked before people are changed together; the code of a dialog comes with its first opening. */
export function BulkDialogs(props: BulkDialogsProps) {
  const { question } = props
  if (question === null) return null
  return (
    <Suspense fallback={null}>
      <Question {...props} question={question} />
    </Suspense>
  )
}
