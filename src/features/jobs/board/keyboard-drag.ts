/** Where the arrow keys take a card that was picked up: past the next card, or into the next column. */
import { itemsOfColumn } from './drop-place.ts'

/** Just past the middle of a card, so that the place is on its other side. */
const PAST_PX = 2

type Spot = { readonly left: number; readonly top: number }

/** The card on its way, as it lies on the screen. */
export type Lifted = {
  readonly id: string
  /** The column it is over. */
  readonly columnKey: string
  readonly rect: Spot & { readonly width: number; readonly height: number }
}

function middleOf({ top, height }: { readonly top: number; readonly height: number }): number {
  return top + height / 2
}

/** Past the card above or below, among those in the page; the lifted one itself is skipped. */
function pastNextCard({ id, columnKey, rect }: Lifted, down: boolean): Spot | null {
  const others = itemsOfColumn(columnKey).filter(
    (item) => item.querySelector(`[data-card-link="${CSS.escape(id)}"]`) === null,
  )
  const isBeyond = (item: HTMLElement): boolean => {
    const distance = middleOf(item.getBoundingClientRect()) - middleOf(rect)
    return down ? distance > PAST_PX / 2 : distance < -PAST_PX / 2
  }
  const next = down ? others.find(isBeyond) : others.findLast(isBeyond)
  if (next === undefined) return null
  next.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  const past = middleOf(next.getBoundingClientRect()) + (down ? PAST_PX : -PAST_PX)
  return { left: rect.left, top: past - rect.height / 2 }
}

/** Into the column to the left or right, at the same height. */
function intoNextColumn({ columnKey, rect }: Lifted, right: boolean): Spot | null {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')]
  const here = columns.findIndex((column) => column.dataset['column'] === columnKey)
  const next = columns[here + (right ? 1 : -1)]
  if (here === -1 || next === undefined) return null
  next.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  const { left, width } = next.getBoundingClientRect()
  return { left: left + (width - rect.width) / 2, top: rect.top }
}

/** Where an arrow key takes the card; null where there is nothing further. */
export function arrowTarget(code: string, lifted: Lifted): Spot | null {
  switch (code) {
    case 'ArrowUp':
    case 'ArrowDown':
      return pastNextCard(lifted, code === 'ArrowDown')
    case 'ArrowLeft':
    case 'ArrowRight':
      return intoNextColumn(lifted, code === 'ArrowRight')
    default:
      return null
  }
}
