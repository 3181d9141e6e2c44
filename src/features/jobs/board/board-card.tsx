import { useDraggable } from '@dnd-kit/core'
import { type FocusEvent, type KeyboardEvent, memo, useMemo } from 'react'
import { Link } from 'react-router'
import type { Card } from '../../../data/frontend/cards.ts'
import { useBoard } from './board-context.ts'
import { CardFace } from './card-face.tsx'
import { isCardLifted, neighbourOf } from './card-focus.ts'
import { CardMenu } from './card-menu.tsx'
import classes from './card.module.css'
import { DRAG_HELP_ID } from './drag-words.ts'
import { SuggestionChip } from './suggestion-chip.tsx'

/** The keys of a card: M for its menu, arrows to the cards around. */
function onCardKey(event: KeyboardEvent<HTMLElement>): void {
  const link = event.currentTarget
  if (event.ctrlKey || event.metaKey || event.altKey || isCardLifted()) return
  if (event.key === 'm' || event.key === 'M') {
    // The menu would take this very key press for one outside of it, and close.
    event.stopPropagation()
    link.closest('[data-card]')?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click()
    event.preventDefault()
    return
  }
  const neighbour = neighbourOf(link, event.key)
  if (neighbour === undefined) return
  neighbour.focus()
  event.preventDefault()
}

/** Brings the whole column into sight: the browser would stop at the first letters of the name. */
function onCardFocus(event: FocusEvent<HTMLElement>): void {
  const link = event.currentTarget
  // A press moves nothing: the card would slip away from under the pointer.
  if (!link.matches(':focus-visible')) return
  link.closest('[data-column]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

type CardBodyProps = {
  readonly card: Card
  readonly isOpen: boolean
  /** The link takes the keys that pick the card up. */
  readonly linkRef: (element: HTMLElement | null) => void
}

/** What is in a card; apart from the dragging, which would render it again at every start and end. */
const CardBody = memo(function CardBody({ card, isOpen, linkRef }: CardBodyProps) {
  const { canWrite, hrefOf } = useBoard()
  const href = hrefOf(card.id)
  const name = useMemo(
    () => (
      <Link
        ref={linkRef}
        to={href}
        draggable={false}
        preventScrollReset
        data-card-link={card.id}
        className={classes['name']}
        aria-current={isOpen || undefined}
        aria-describedby={canWrite ? DRAG_HELP_ID : undefined}
        onFocus={onCardFocus}
        onKeyDown={onCardKey}
      >
        {card.name}
      </Link>
    ),
    [card.id, card.name, canWrite, href, isOpen, linkRef],
  )
  return (
    <>
      <CardFace card={card} name={name} />
      <SuggestionChip card={card} />
      {canWrite && <CardMenu card={card} />}
    </>
  )
})

type BoardCardProps = {
  readonly card: Card
  /** True while the card's panel is open. */
  readonly isOpen: boolean
}

/**
 * A card of the board: opens by its link, is picked up by pointer, touch or the space bar, and has
 * a menu for everything.
 */
export const BoardCard = memo(function BoardCard({ card, isOpen }: BoardCardProps) {
  const { canWrite } = useBoard()
  const { setNodeRef, setActivatorNodeRef, listeners, isDragging } = useDraggable({
    id: card.id,
    data: { card },
    disabled: !canWrite,
  })
  return (
    <article
      ref={setNodeRef}
      {...listeners}
      data-card
      data-open={isOpen || undefined}
      data-dragged={isDragging || undefined}
      data-movable={canWrite || undefined}
      className={classes['card']}
      aria-label={card.name}
    >
      <CardBody card={card} isOpen={isOpen} linkRef={setActivatorNodeRef} />
    </article>
  )
})
