import { useSuspenseQuery } from '@tanstack/react-query'
import { LoadingBoundary } from '../../ui/feedback/loading-boundary.tsx'
import { PanelSkeleton } from '../../ui/feedback/skeletons.tsx'
import { SidePanel } from '../../ui/page/side-panel.tsx'
import { conversationText } from '../../ui/text/conversations.ts'
import { recipientQuery } from './queries.ts'
import { RecipientHead } from './recipient-head.tsx'
import { RecordParts } from './record-parts.tsx'

type RecipientRecordProps = {
  readonly recipientId: string
  readonly onClose: () => void
}

function RecipientRecord({ recipientId, onClose }: RecipientRecordProps) {
  const { data: recipient } = useSuspenseQuery(recipientQuery(recipientId))
  return (
    <SidePanel
      title={recipient.fullName || conversationText.recipient}
      onClose={onClose}
      head={<RecipientHead recipient={recipient} />}
    >
      <RecordParts
        recipientId={recipient.id}
        candidateId={null}
        others={recipient.candidateId === null ? [] : [recipient.candidateId]}
      />
    </SidePanel>
  )
}

/** A recipient's record in a panel, beside whatever list it was opened from. */
export function RecipientRecordPanel({ recipientId, onClose }: RecipientRecordProps) {
  const waiting = (
    <SidePanel title={conversationText.recipient} onClose={onClose}>
      <PanelSkeleton />
    </SidePanel>
  )
  return (
    <LoadingBoundary skeleton={waiting} resetKey={recipientId}>
      <RecipientRecord key={recipientId} recipientId={recipientId} onClose={onClose} />
    </LoadingBoundary>
  )
}
