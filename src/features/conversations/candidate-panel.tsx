import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { LoadingBoundary } from '../../ui/feedback/loading-boundary.tsx'
import { PanelSkeleton, SkeletonLine } from '../../ui/feedback/skeletons.tsx'
import { SidePanel } from '../../ui/page/side-panel.tsx'
import { conversationText } from '../../ui/text/conversations.ts'
import { CopyablePhone } from '../../ui/words/copyable-phone.tsx'
import classes from './conversations.module.css'
import { CardFacts, PersonLink } from './card-facts.tsx'
import { CareBar } from './inbox/care-bar.tsx'
import { recipientsOfCardQuery } from './queries.ts'
import { RecordParts } from './record-parts.tsx'
import { useKeptCard } from './use-kept-card.ts'

const StatusBar = lazy(async () => ({ default: (await import('./status-bar.tsx')).StatusBar }))

function CandidateRecord({
  candidateId,
  onClose,
}: {
  readonly candidateId: string
  readonly onClose: () => void
}) {
  const card = useKeptCard(candidateId)
  const { data: recipients } = useSuspenseQuery(recipientsOfCardQuery(candidateId))
  const [search] = useSearchParams()
  const asked = recipients.find((recipient) => recipient.id === search.get('recipient'))
  const recipient =
    asked ?? recipients.find(({ id }) => id === card.recipientId) ?? recipients[0] ?? null
  return (
    <SidePanel
      title={card.name}
      onClose={onClose}
      head={
        <>
          <div className={classes['facts']}>
            {card.phone !== null ? <CopyablePhone phone={card.phone} /> : card.phoneGiven}
            {card.email !== '' && <a href={`mailto:${card.email}`}>{card.email}</a>}
            <PersonLink personId={card.personId} />
          </div>
          <Suspense fallback={<SkeletonLine width="60%" />}>
            <StatusBar card={card} />
          </Suspense>
          <CardFacts card={card} />
          {recipient !== null && <CareBar recipient={recipient} />}
        </>
      }
    >
      <RecordParts
        recipientId={recipient?.id ?? null}
        candidateId={card.id}
        others={recipients.map(({ id }) => id)}
      />
    </SidePanel>
  )
}

/** The panel of a card, beside its board. */
export function CandidatePanel() {
  const { jobId = '', candidateId = '' } = useParams()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const close = () => {
    const rest = new URLSearchParams(search)
    for (const name of ['part', 'recipient', 'act']) rest.delete(name)
    void navigate({ pathname: paths.job(jobId), search: rest.toString() })
  }
  const waiting = (
    <SidePanel title={conversationText.candidate} onClose={close}>
      <PanelSkeleton />
    </SidePanel>
  )
  return (
    <LoadingBoundary skeleton={waiting} resetKey={candidateId}>
      <CandidateRecord key={candidateId} candidateId={candidateId} onClose={close} />
    </LoadingBoundary>
  )
}
