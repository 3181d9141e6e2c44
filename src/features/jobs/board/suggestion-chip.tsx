import { IconCheck, IconSparkles, IconX } from '@tabler/icons-react'
import type { Card } from '../../../data/frontend/cards.ts'
import { cardText } from '../../../ui/text/board.ts'
import { useBoard } from './board-context.ts'
import classes from './suggestion-chip.module.css'

/** What the agent suggests where it disagrees with a person, with the two answers. */
export function SuggestionChip({ card }: { readonly card: Card }) {
  const { canWrite, decide, nameOfColumn } = useBoard()
  if (card.suggestedStatus === null) return null
  const status = nameOfColumn(card.suggestedStatus)
  return (
    <div className={classes['suggestion']} data-suggestion>
      <IconSparkles size={14} stroke={1.75} aria-hidden />
      <span className={classes['suggested']}>
        {cardText.suggests} <strong>{status}</strong>
      </span>
      {canWrite && (
        <>
          <button
            type="button"
            className={classes['answer']}
            aria-label={cardText.accept(status, card.name)}
            title={cardText.accept(status, card.name)}
            onClick={() => {
              decide(card, 'accept')
            }}
          >
            <IconCheck size={16} aria-hidden />
          </button>
          <button
            type="button"
            className={classes['answer']}
            aria-label={cardText.dismiss(status, card.name)}
            title={cardText.dismiss(status, card.name)}
            onClick={() => {
              decide(card, 'dismiss')
            }}
          >
            <IconX size={16} aria-hidden />
          </button>
        </>
      )}
    </div>
  )
}
