import { IconBrandWhatsapp, IconPhone, IconRobot, IconUser } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { initialsOf } from '../../../domain/person/person-name.ts'
import type { Card } from '../../../data/frontend/cards.ts'
import { cardText } from '../../../ui/text/board.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
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

type CardFaceProps = {
  readonly card: Card
  /** The name, as a link where it is one. */
  readonly name: ReactNode
}

/** What a card shows: who, what was said last, how much, what was found out, and who decided. */
export const CardFace = memo(function CardFace({ card, name }: CardFaceProps) {
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
