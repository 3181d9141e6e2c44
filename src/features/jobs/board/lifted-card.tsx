import { useStore } from 'zustand'
import type { Card } from '../../../data/frontend/cards.ts'
import { bulkText } from '../../../ui/text/board-bulk.ts'
import { useBoard } from './board-context.ts'
import { CardFace } from './card-face.tsx'
import classes from './card.module.css'

/** The card under the pointer; where it is one of several selected, it says how many go with it. */
export function LiftedCard({ card }: { readonly card: Card }) {
  const { selection, today } = useBoard()
  const cards = useStore(selection, (state) => state.cards)
  return (
    <article className={classes['card']} data-lifted>
      <CardFace
        card={card}
        today={today}
        name={<span className={classes['name']}>{card.name}</span>}
      />
      {cards.size > 1 && cards.has(card.id) && (
        <span className={classes['together']}>{bulkText.selected(cards.size)}</span>
      )}
    </article>
  )
}
