import { IconDots } from '@tabler/icons-react'
import type { Card } from '../../../data/frontend/cards.ts'
import { MenuButton } from '../../../ui/menu/menu-button.tsx'
import { cardText } from '../../../ui/text/board.ts'
import { bulkText } from '../../../ui/text/board-bulk.ts'
import { KeyboardHint } from '../../../ui/words/keyboard-hint.tsx'
import { useStore } from 'zustand'
import { useBoard } from './board-context.ts'
import { cardEntries } from './card-entries.ts'
import classes from './card.module.css'

/** The menu of a card: where it can go, and what else can be done with it. */
export function CardMenu({ card }: { readonly card: Card }) {
  const board = useBoard()
  // How many go together where this card is one of several; 1 otherwise, so that few render again.
  const together = useStore(board.selection, ({ cards }) => (cards.has(card.id) ? cards.size : 1))
  const heading =
    together > 1 ? (
      bulkText.selectedMenu(together)
    ) : (
      <>
        {cardText.moveTo} <KeyboardHint keys={['M']} />
      </>
    )
  return (
    <MenuButton
      entries={[{ kind: 'heading', key: 'move', label: heading }, ...cardEntries(card, board)]}
      label={cardText.actions(card.name)}
      className={classes['menu']}
    >
      <IconDots size={16} aria-hidden />
    </MenuButton>
  )
}
