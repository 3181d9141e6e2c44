import { memo, type ReactNode } from 'react'
import type { Card } from '../../../data/frontend/cards.ts'
import { cardText } from '../../../ui/text/board.ts'
import { lineOf } from '../../../ui/text/media.ts'
import { usePhoneFormat } from '../../../ui/words/phone-format.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import classes from './card.module.css'
import { CardFoot } from './card-foot.tsx'

function NothingSaid({ card: { phone, phoneGiven } }: { readonly card: Card }) {
  const shown = usePhoneFormat()(phone ?? phoneGiven)
  return <p className={classes['nothing']}>{shown === '' ? cardText.nothingSaid : shown}</p>
}

function LastWords({ card }: { readonly card: Card }) {
  if (card.lastMessage === null || card.lastMessage === '') return <NothingSaid card={card} />
  return (
    <p className={classes['words']} dir="auto">
      {card.lastDirection === 'outbound' && (
        <span className={classes['speaker']}>{`${cardText.agentSays} `}</span>
      )}
      {lineOf(card.lastMessage)}
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
