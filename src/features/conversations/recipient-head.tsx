import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import type { Recipient } from '../../data/frontend/recipients.ts'
import { paths } from '../../lib/paths.ts'
import { SkeletonLine } from '../../ui/feedback/skeletons.tsx'
import { StatusBadge } from '../../ui/status/status-badge.tsx'
import { WaitingMark } from '../../ui/offline/waiting-mark.tsx'
import { conversationText } from '../../ui/text/conversations.ts'
import { CopyablePhone } from '../../ui/words/copyable-phone.tsx'
import classes from './conversations.module.css'
import { PersonLink } from './card-facts.tsx'
import { CareBar } from './inbox/care-bar.tsx'
import { useKeptCard } from './use-kept-card.ts'
import { WhyLine } from './why-line.tsx'

const StatusBar = lazy(async () => ({ default: (await import('./status-bar.tsx')).StatusBar }))

function LinkedCard({ candidateId }: { readonly candidateId: string }) {
  const card = useKeptCard(candidateId)
  return (
    <>
      <Link to={paths.candidate(card.jobId, card.id)}>{conversationText.onBoard}</Link>
      <Suspense fallback={<SkeletonLine width="60%" />}>
        <StatusBar card={card} />
      </Suspense>
      <WaitingMark subjectId={card.id} />
    </>
  )
}

/** Who a recipient is, how to reach them, and what their status rests on. */
export function RecipientHead({ recipient }: { readonly recipient: Recipient }) {
  return (
    <>
      <div className={classes['facts']}>
        {recipient.phone !== null ? <CopyablePhone phone={recipient.phone} /> : recipient.mobile}
        {recipient.email !== '' && <a href={`mailto:${recipient.email}`}>{recipient.email}</a>}
        <PersonLink personId={recipient.personId} />
        <StatusBadge status={recipient.status} />
        {recipient.candidateId === null && (
          <span className={classes['muted']}>
            <WhyLine trace={recipient.statusTrace} />
          </span>
        )}
      </div>
      {recipient.candidateId !== null && <LinkedCard candidateId={recipient.candidateId} />}
      <CareBar recipient={recipient} />
    </>
  )
}
