import { Badge } from '@mantine/core'
import { IconCalendarEvent, IconUserCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { Card } from '../../data/frontend/cards.ts'
import { paths } from '../../lib/paths.ts'
import { WaitingMark } from '../../ui/offline/waiting-mark.tsx'
import { conversationText } from '../../ui/text/conversations.ts'
import { formatCalendarDay } from '../../ui/text/locale.ts'
import classes from './conversations.module.css'

/** The way to everything about a person; nothing where the office knows none. */
export function PersonLink({ personId }: { readonly personId: string | null }) {
  if (personId === null) return null
  return <Link to={paths.person(personId)}>{conversationText.person}</Link>
}

/** What people noted on a card: when to follow up, who looks after it, its tags. */
export function CardFacts({ card }: { readonly card: Card }) {
  const { followUpOn, assignedName, tags } = card
  return (
    <div className={classes['cardFacts']}>
      {followUpOn !== null && (
        <span>
          <IconCalendarEvent size={14} aria-hidden />
          {conversationText.followUp(formatCalendarDay(followUpOn))}
        </span>
      )}
      {assignedName !== null && (
        <span>
          <IconUserCheck size={14} aria-hidden />
          {conversationText.assignedTo(assignedName)}
        </span>
      )}
      {tags.map((tag) => (
        <Badge key={tag} size="sm" variant="default">
          {tag}
        </Badge>
      ))}
      <WaitingMark subjectId={card.id} otherId={card.recipientId} />
    </div>
  )
}
