/** Where the arrow keys take a card that was picked up: past the next card, or into the next column. */
import type { KeyboardCoordinateGetter } from '@dnd-kit/core'
import { itemsOfColumn } from './drop-place.ts'

type Rect = { readonly top: number; readonly height: number }

/** Just past the middle of a card, so that the place is on its other side. */
const PAST_PX = 2

const middleOf = ({ top, height }: Rect): number => top + height / 2

/** The card above or below, among those in the page; the dragged one itself is skipped. */
function nextItem(
  columnKey: string,
  draggedId: string,
  middle: number,
  down: boolean,
): HTMLElement | undefined {
  const items = itemsOfColumn(columnKey).filter(
    (item) => item.querySelector(`[data-card-link="${CSS.escape(draggedId)}"]`) === null,
  )
  const isBeyond = (item: HTMLElement): boolean => {
    const distance = middleOf(item.getBoundingClientRect()) - middle
    return down ? distance > PAST_PX / 2 : distance < -PAST_PX / 2
  }
  return down ? items.find(isBeyond) : items.findLast(isBeyond)
}

export const arrowCoordinates: KeyboardCoordinateGetter = (
  event,
  { active, currentCoordinates, context: { collisionRect, droppableContainers, over } },
) => {
  if (!event.code.startsWith('Arrow') || collisionRect === null || over === null) return undefined
  event.preventDefault()
  const isVertical = event.code === 'ArrowUp' || event.code === 'ArrowDown'
  if (isVertical) {
    const down = event.code === 'ArrowDown'
    const item = nextItem(String(over.id), String(active), middleOf(collisionRect), down)
    if (item === undefined) return undefined
    item.scrollIntoView({ block: 'nearest' })
    const past = middleOf(item.getBoundingClientRect()) + (down ? PAST_PX : -PAST_PX)
    return { x: currentCoordinates.x, y: past - collisionRect.height / 2 }
  }
  const lists = droppableContainers
    .getEnabled()
    .flatMap(({ id, node }) => (node.current === null ? [] : [{ id, node: node.current }]))
    .toSorted((a, b) => a.node.getBoundingClientRect().left - b.node.getBoundingClientRect().left)
  const here = lists.findIndex(({ id }) => id === over.id)
  const next = lists[here + (event.code === 'ArrowRight' ? 1 : -1)]
  if (next === undefined) return undefined
  next.node.closest('[data-column]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const { left, width } = next.node.getBoundingClientRect()
  return { x: left + (width - collisionRect.width) / 2, y: currentCoordinates.y }
}
