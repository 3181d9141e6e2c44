/** The keys of a card: what each does, apart from picking it up. */
import type { KeyboardEvent } from 'react'
import type { Card } from '../../../data/frontend/cards.ts'
import type { Board } from './board-context.ts'
import { isCardLifted, neighbourOf } from './card-focus.ts'

type CardKeys = Pick<Board, 'canWrite' | 'select' | 'selection'>

/** The card of a link, where it can be selected: its neighbours are asked for by what they show. */
function openMenu(event: KeyboardEvent<HTMLElement>): void {
  // The menu would take this very key press for one outside of it, and close.
  event.stopPropagation()
  const card = event.currentTarget.closest('[data-card]')
  card?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click()
  event.preventDefault()
}

/**
 * M opens the menu, X selects, Ctrl or ⌘ with A selects the column, and the arrows lead to the cards
 * around; with Shift they select on the way.
 */
export function onCardKey(
  event: KeyboardEvent<HTMLElement>,
  card: Card,
  { canWrite, select, selection }: CardKeys,
): void {
  if (event.altKey || isCardLifted()) return
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'a' || !canWrite) return
    event.preventDefault()
    select.column(card.status)
    return
  }
  if (key === 'm') {
    openMenu(event)
    return
  }
  if (key === 'x' && canWrite) {
    event.preventDefault()
    select.toggle(card)
    return
  }
  const neighbour = neighbourOf(event.currentTarget, event.key)
  if (neighbour === undefined) return
  event.preventDefault()
  neighbour.focus()
  if (!event.shiftKey || !canWrite || (!key.endsWith('up') && !key.endsWith('down'))) return
  if (!selection.getState().cards.has(card.id)) select.toggle(card)
  // The neighbour's own box knows its card.
  const box = neighbour.closest('[data-card]')?.querySelector<HTMLInputElement>('[data-card-box]')
  if (box?.checked === false) box.click()
}
