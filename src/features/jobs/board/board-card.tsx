import { useDraggable } from '@dnd-kit/core'
import { type FocusEvent, memo, type MouseEvent, useMemo } from 'react'
import { Link } from 'react-router'
import type { Card } from '../../../data/frontend/cards.ts'
import { WaitingMark } from '../../../ui/offline/waiting-mark.tsx'
import { useBoard } from './board-context.ts'
import { CardBox, useIsSelected } from './card-box.tsx'
import { CardFace } from './card-face.tsx'
import { onCardKey } from './card-keys.ts'
import { CardMenu } from './card-menu.tsx'
import classes from './card.module.css'
import { DRAG_HELP_ID } from './drag-words.ts'
import { SuggestionChip } from './suggestion-chip.tsx'

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
  const board = useBoard()
  const { canWrite, hrefOf, today } = board
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
        onKeyDown={(event) => {
          onCardKey(event, card, board)
        }}
      >
        {card.name}
      </Link>
    ),
    [card, board, canWrite, href, isOpen, linkRef],
  )
  return (
    <>
      <CardFace card={card} name={name} today={today} />
      <SuggestionChip card={card} />
      <WaitingMark subjectId={card.id} otherId={card.recipientId} />
      {canWrite && <CardBox card={card} />}
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
 * A card of the board: opens by its link, is picked up by pointer, touch or the space bar, selected
 * with Ctrl, ⌘ or Shift, and has a menu for everything.
 */
export const BoardCard = memo(function BoardCard({ card, isOpen }: BoardCardProps) {
  const { canWrite, select } = useBoard()
  const isSelected = useIsSelected(card.id)
  const { setNodeRef, setActivatorNodeRef, listeners, isDragging } = useDraggable({
    id: card.id,
    data: { card },
    disabled: !canWrite,
  })

  /** Before the link and the buttons get the click: with these keys it selects wherever it lands. */
  function onClickCapture(event: MouseEvent<HTMLElement>): void {
    const isModified = event.ctrlKey || event.metaKey || event.shiftKey
    if (!canWrite || !isModified || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) select.rangeTo(card)
    else select.toggle(card)
  }

  return (
    // The keys of the link do the same.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={setNodeRef}
      {...listeners}
      data-card
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      data-dragged={isDragging || undefined}
      data-movable={canWrite || undefined}
      className={classes['card']}
      aria-label={card.name}
      onClickCapture={onClickCapture}
    >
      <CardBody card={card} isOpen={isOpen} linkRef={setActivatorNodeRef} />
    </article>
  )
})
