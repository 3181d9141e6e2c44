import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { LoadingBoundary } from '../../ui/feedback/loading-boundary.tsx'
import { PanelSkeleton } from '../../ui/feedback/skeletons.tsx'
import { SidePanel } from '../../ui/page/side-panel.tsx'
import { conversationText } from '../../ui/text/conversations.ts'
import { recipientQuery } from './queries.ts'
import { RecipientHead } from './recipient-head.tsx'
import { RecordParts } from './record-parts.tsx'

function RecipientRecord({
  recipientId,
  onClose,
}: {
  readonly recipientId: string
  readonly onClose: () => void
}) {
  const { data: recipient } = useSuspenseQuery(recipientQuery(recipientId))
  return (
    <SidePanel
      title={recipient.fullName || conversationText.recipient}
      onClose={onClose}
      head={<RecipientHead recipient={recipient} />}
    >
      <RecordParts recipientId={recipient.id} candidateId={null} />
    </SidePanel>
  )
}

/** The panel of a recipient, beside its campaign. */
export function RecipientPanel() {
  const { campaignId = '', recipientId = '' } = useParams()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const close = () => {
    const rest = new URLSearchParams(search)
    rest.delete('part')
    void navigate({ pathname: paths.campaign(campaignId), search: rest.toString() })
  }
  const waiting = (
    <SidePanel title={conversationText.recipient} onClose={close}>
      <PanelSkeleton />
    </SidePanel>
  )
  return (
    <LoadingBoundary skeleton={waiting} resetKey={recipientId}>
      <RecipientRecord key={recipientId} recipientId={recipientId} onClose={close} />
    </LoadingBoundary>
  )
}
