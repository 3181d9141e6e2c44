import { IconMessages } from '@tabler/icons-react'
import { lazy, type ReactNode } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { LoadingBoundary } from '../../ui/feedback/loading-boundary.tsx'
import { PanelSkeleton } from '../../ui/feedback/skeletons.tsx'
import { LinkTabs } from '../../ui/page/link-tabs.tsx'
import { conversationText } from '../../ui/text/conversations.ts'
import classes from './conversations.module.css'
import { ConversationView } from './conversation-view.tsx'

// The conversation is what is opened first; the other parts come when they are asked for.
const HistoryView = lazy(async () => ({
  default: (await import('./history-view.tsx')).HistoryView,
}))
const NotesView = lazy(async () => ({ default: (await import('./notes-view.tsx')).NotesView }))
const ObjectivesView = lazy(async () => ({
  default: (await import('./objectives-view.tsx')).ObjectivesView,
}))

const PARTS = ['conversation', 'objectives', 'notes', 'history'] as const
type Part = (typeof PARTS)[number]

type RecordPartsProps = {
  /** Null for a card that no campaign reached yet. */
  readonly recipientId: string | null
  /** Null for a recipient without a card. */
  readonly candidateId: string | null
  /** The lines of the ledger behind a card, or the card behind one: their notes are about the same person. */
  readonly others: readonly string[]
}

/** The parts of a candidate's or recipient's record as tabs with addresses (`?part=`). */
export function RecordParts({ recipientId, candidateId, others }: RecordPartsProps) {
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  const current = PARTS.find((part) => part === search.get('part')) ?? 'conversation'
  const hrefOf = (part: Part) => {
    const next = new URLSearchParams(search)
    next.delete('part')
    if (part !== 'conversation') next.set('part', part)
    return `${pathname}?${next.toString()}`
  }
  const noCampaign = (
    <EmptyState
      icon={IconMessages}
      title={conversationText.noCampaign}
      advice={conversationText.noCampaignAdvice}
    />
  )
  const subject =
    candidateId === null
      ? ({ kind: 'recipient', id: recipientId ?? '' } as const)
      : ({ kind: 'card', id: candidateId } as const)
  const views: Readonly<Record<Part, ReactNode>> = {
    conversation:
      recipientId === null ? noCampaign : <ConversationView recipientId={recipientId} />,
    objectives: recipientId === null ? noCampaign : <ObjectivesView recipientId={recipientId} />,
    notes: <NotesView subject={subject} others={others} />,
    history: (
      <HistoryView
        of={candidateId === null ? { recipientId: recipientId ?? '' } : { candidateId }}
      />
    ),
  }
  return (
    <>
      <div className={classes['parts']}>
        <LinkTabs
          label={conversationText.tabs}
          current={current}
          tabs={PARTS.map((part) => ({
            key: part,
            label: conversationText[part],
            href: hrefOf(part),
          }))}
        />
      </div>
      <LoadingBoundary
        skeleton={<PanelSkeleton />}
        resetKey={`${current}:${recipientId}:${candidateId}`}
      >
        <div className={classes['part']}>{views[current]}</div>
      </LoadingBoundary>
    </>
  )
}
