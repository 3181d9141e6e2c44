import { IconDots, IconRobot, IconTrash } from '@tabler/icons-react'
import type { Card } from '../../../data/frontend/cards.ts'
import { MenuButton, type MenuEntry } from '../../../ui/menu/menu-button.tsx'
import { cardText } from '../../../ui/text/board.ts'
import { KeyboardHint } from '../../../ui/words/keyboard-hint.tsx'
import { type Board, useBoard } from './board-context.ts'
import classes from './card.module.css'

function toEntries(card: Card, board: Board): readonly MenuEntry[] {
  const moves = board.columns.map(({ key, name }): MenuEntry => ({
    kind: 'choice',
    key,
    label: name,
    checked: key === card.status,
    onSelect: () => {
      if (key !== card.status) board.moveToColumn(card, key)
    },
  }))
  const resume: MenuEntry = {
    kind: 'action',
    key: 'resume',
    label: cardText.resume,
    icon: IconRobot,
    onSelect: () => {
      board.decide(card, 'resume')
    },
  }
  const heading = (
    <>
      {cardText.moveTo} <KeyboardHint keys={['M']} />
    </>
  )
  return [
    { kind: 'heading', key: 'move', label: heading },
    ...moves,
    { kind: 'divider', key: 'divider' },
    ...(card.statusSetBy === 'person' ? [resume] : []),
    {
      kind: 'action',
      key: 'remove',
      label: cardText.remove,
      icon: IconTrash,
      danger: true,
      onSelect: () => {
        board.remove(card)
      },
    },
  ]
}

/** The menu of a card: where it can go, and what else can be done with it. */
export function CardMenu({ card }: { readonly card: Card }) {
  const board = useBoard()
  return (
    <MenuButton
      entries={toEntries(card, board)}
      label={cardText.actions(card.name)}
      className={classes['menu']}
    >
      <IconDots size={16} aria-hidden />
    </MenuButton>
  )
}
