import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useRef } from 'react'
import { BoardCard } from './board-card.tsx'
import classes from './board.module.css'
import type { Slot } from './card-slots.ts'
import { objectiveChips } from './objective-chips.ts'

const GAP_PX = 8
/** Below the last card, so that it can be scrolled out from under the bulk bar. */
const END_PX = 72
const OVERSCAN = 6

/** About how high a card is, in px; what is seen is measured. */
function estimateHeight(slot: Slot): number {
  if (slot === undefined) return 92
  const words = slot.lastMessage === null ? 18 : 36
  const chips = objectiveChips(slot).length + slot.tags.length > 1 ? 4 : 0
  return 66 + words + chips + (slot.suggestedStatus === null ? 0 : 36)
}

type CardListProps = {
  readonly slots: readonly Slot[]
  /** What the list is called. */
  readonly label: string
  readonly openId: string | null
  readonly draggedId: string | null
  readonly dropIndex: number | null
  /** The element that makes the list a place to drop on. */
  readonly dropRef: (element: HTMLElement | null) => void
  /** Told which cards are in sight, so that their pages get loaded. */
  readonly onRange: (first: number, last: number) => void
}

/** A column's cards, of which only those in sight exist in the page. */
export const CardList = memo(function CardList(props: CardListProps) {
  const { slots, label, openId, draggedId, dropIndex, dropRef, onRange } = props
  const scroller = useRef<HTMLDivElement>(null)
  const dragged = draggedId === null ? -1 : slots.findIndex((slot) => slot?.id === draggedId)

  // The dragged card stays in the page wherever the column is scrolled to: it holds the drag.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range)
      return dragged === -1 || indexes.includes(dragged)
        ? indexes
        : [...indexes, dragged].toSorted((a, b) => a - b)
    },
    [dragged],
  )
  // Nothing here is memoised by what the virtualizer returns.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: slots.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimateHeight(slots[index]),
    getItemKey: (index) => slots[index]?.id ?? index,
    overscan: OVERSCAN,
    gap: GAP_PX,
    paddingStart: GAP_PX,
    paddingEnd: END_PX,
    rangeExtractor,
    onChange: ({ range }) => {
      if (range !== null) onRange(range.startIndex - OVERSCAN, range.endIndex + OVERSCAN)
    },
  })
  const items = virtualizer.getVirtualItems()
  const line =
    dropIndex === null
      ? null
      : (items.find(({ index }) => index === dropIndex)?.start ??
          (items.at(-1)?.end ?? 0) + GAP_PX) -
        GAP_PX / 2

  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      // It takes the focus so that the arrow keys scroll it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <ul ref={dropRef} className={classes['list']} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const card = slots[index]
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={slots.length}
              aria-posinset={index + 1}
              className={classes['item']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {card === undefined ? (
                <div aria-hidden className={classes['gap']} />
              ) : (
                <BoardCard card={card} isOpen={card.id === openId} />
              )}
            </li>
          )
        })}
        {line !== null && (
          <li
            aria-hidden
            className={classes['dropLine']}
            style={{ transform: `translateY(${line}px)` }}
          />
        )}
      </ul>
    </div>
  )
})
