import {
  IconBrandWhatsapp,
  IconCalendarEvent,
  IconPhone,
  IconRobot,
  IconUser,
} from '@tabler/icons-react'
import { initialsOf } from '../../../domain/person/person-name.ts'
import type { Card } from '../../../data/frontend/cards.ts'
import { cardText } from '../../../ui/text/board.ts'
import { formatCalendarDay, formatNumber } from '../../../ui/text/locale.ts'
import { toneVariables } from '../../../ui/theme/tones.ts'
import { Unseen } from '../../../ui/words/unseen.tsx'
import classes from './card-foot.module.css'
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
      <Unseen>{label}</Unseen>
    </span>
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

type CardFootProps = {
  readonly card: Card
  /** The day it is at the office, YYYY-MM-DD. */
  readonly today: string
}

/** What stands at the foot of a card: how much was said, what was found out, and who decided. */
export function CardFoot({ card, today }: CardFootProps) {
  const byPerson = card.statusSetBy === 'person'
  const SetBy = byPerson ? IconUser : IconRobot
  const setBy = byPerson ? cardText.setByPerson : cardText.setByAutomation
  return (
    <>
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
          <Unseen>{setBy}</Unseen>
        </span>
        {card.assignedName !== null && (
          <span className={classes['assignee']} title={cardText.assignedTo(card.assignedName)}>
            <span aria-hidden>{initialsOf(card.assignedName)}</span>
            <Unseen>{cardText.assignedTo(card.assignedName)}</Unseen>
          </span>
        )}
      </span>
    </>
  )
}
