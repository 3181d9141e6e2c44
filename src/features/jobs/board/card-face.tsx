import {
  IconBrandWhatsapp,
  IconCalendarEvent,
  IconPhone,
  IconRobot,
  IconUser,
} from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { initialsOf } from '../../../domain/person/person-name.ts'
import type { Card } from '../../../data/frontend/cards.ts'
import { cardText } from '../../../ui/text/board.ts'
import { formatCalendarDay, formatNumber } from '../../../ui/text/locale.ts'
import { toneVariables } from '../../../ui/theme/tones.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import classes from './card.module.css'
import { objectiveChips } from './objective-chips.ts'

type CountProps = {
  readonly icon: typeof IconPhone
  readonly count: number
  readonly label: string
}

function ChannelCount({ icon: ChannelIcon, count, label }: CountProps) {
  if (count === 0) return null
  return (
    <span className={classes['channel']} title={label}>
      <ChannelIcon size={14} stroke={1.75} aria-hidden />
      <span aria-hidden>{formatNumber(count)}</span>
      <span className={classes['unseen']}>{label}</span>
    </span>
  )
}

function LastWords({ card }: { readonly card: Card }) {
  if (card.lastMessage === null || card.lastMessage === '') {
    const phone = card.phoneGiven === '' ? card.phone : card.phoneGiven
    return <p className={classes['nothing']}>{phone ?? cardText.nothingSaid}</p>
  }
  return (
    <p className={classes['words']} dir="auto">
      {card.lastDirection === 'outbound' && (
        <span className={classes['speaker']}>{`${cardText.agentSays} `}</span>
      )}
      {card.lastMessage}
    </p>
  )
}

/** So many tags stand on a card; of the others only how many they are. */
const MOST_TAGS = 2

function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null
  const more = tags.length - MOST_TAGS
  return (
    <>
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <span key={tag} className={classes['tag']} title={tag}>
          {tag}
        </span>
      ))}
      {more > 0 && (
        <span className={classes['channel']} title={tags.slice(MOST_TAGS).join(', ')}>
          {cardText.moreTags(more)}
        </span>
      )}
    </>
  )
}

function FollowUp({ day, today }: { readonly day: string | null; readonly today: string }) {
  if (day === null) return null
  const words = day < today ? cardText.overdue(formatCalendarDay(day)) : formatCalendarDay(day)
  const label = day === today ? cardText.dueToday : words
  return (
    <span
      className={classes['chip']}
      style={toneVariables(day <= today ? 'amber' : 'gray')}
      title={cardText.followUp(formatCalendarDay(day))}
    >
      <IconCalendarEvent size={12} stroke={1.75} aria-hidden className={classes['chipIcon']} />
      {label}
    </span>
  )
}

type CardFaceProps = {
  readonly card: Card
  /** The name, as a link where it is one. */
  readonly name: ReactNode
  /** The day it is at the office, YYYY-MM-DD. */
  readonly today: string
}

/** What a card shows: who, what was said last, how much, what was found out, and who decided. */
export const CardFace = memo(function CardFace({ card, name, today }: CardFaceProps) {
  const byPerson = card.statusSetBy === 'person'
  const SetBy = byPerson ? IconUser : IconRobot
  const setBy = byPerson ? cardText.setByPerson : cardText.setByAutomation
  return (
    <>
      <div className={classes['head']}>
        {name}
        <span className={classes['when']}>
          <RelativeTime at={card.lastMessageAt ?? card.statusChangedAt} />
        </span>
      </div>
      <LastWords card={card} />
      {card.status === 'rejected' && card.rejectionReason !== '' && (
        <p className={classes['reason']}>{cardText.reason(card.rejectionReason)}</p>
      )}
      <div className={classes['foot']}>
        <ChannelCount
          icon={IconBrandWhatsapp}
          count={card.messageCount}
          label={cardText.messages(card.messageCount)}
        />
        <ChannelCount
          icon={IconPhone}
          count={card.callCount}
          label={cardText.calls(card.callCount)}
        />
        {objectiveChips(card).map(({ key, tone, label }) => (
          <span key={key} className={classes['chip']} style={toneVariables(tone)} title={label}>
            {label}
          </span>
        ))}
        <FollowUp day={card.followUpOn} today={today} />
        <Tags tags={card.tags} />
        <span className={classes['who']}>
          <span title={setBy} className={classes['setBy']}>
            <SetBy size={14} stroke={1.75} aria-hidden />
            <span className={classes['unseen']}>{setBy}</span>
          </span>
          {card.assignedName !== null && (
            <span className={classes['assignee']} title={cardText.assignedTo(card.assignedName)}>
              <span aria-hidden>{initialsOf(card.assignedName)}</span>
              <span className={classes['unseen']}>{cardText.assignedTo(card.assignedName)}</span>
            </span>
          )}
        </span>
      </div>
    </>
  )
})
