import { memo, type ReactNode } from 'react'
import type { Card } from '../../../data/frontend/cards.ts'
import { cardText } from '../../../ui/text/board.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import classes from './card.module.css'
import { CardFoot } from './card-foot.tsx'

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
  /** The day it is at the office, YYYY-MM-DD. */
  readonly today: string
}

/** What a card shows: who, what was said last, why it was rejected, and its foot. */
export const CardFace = memo(function CardFace({ card, name, today }: CardFaceProps) {
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
        <CardFoot card={card} today={today} />
      </div>
    </>
  )
})
