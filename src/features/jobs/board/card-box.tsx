import { useRef } from 'react'
import { useStore } from 'zustand'
import type { Card } from '../../../data/frontend/cards.ts'
import { bulkText } from '../../../ui/text/board-bulk.ts'
import { useBoard } from './board-context.ts'
import classes from './card.module.css'

/** Whether a card is selected; only cards for which that changes render again. */
export function useIsSelected(candidateId: string): boolean {
  const { selection } = useBoard()
  return useStore(selection, ({ cards }) => cards.has(candidateId))
}

/** Selects a card; with Shift all from the last one. Keys use X on the card instead. */
export function CardBox({ card }: { readonly card: Card }) {
  const { select } = useBoard()
  const isSelected = useIsSelected(card.id)
  const range = useRef(false)
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={classes['box']}
      data-card-box
      aria-label={bulkText.select(card.name)}
      checked={isSelected}
      onClick={(event) => {
        range.current = event.shiftKey
      }}
      onChange={() => {
        if (range.current) select.rangeTo(card)
        else select.toggle(card)
      }}
    />
  )
}
