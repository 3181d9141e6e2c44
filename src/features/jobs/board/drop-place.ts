/**
 * Where a dragged card would land. Columns hold thousands of cards of which few are in the page, so
 * the place is read from those: the index of the first whose middle lies below the dragged one's.
 */
import type { ClientRect, Collision, CollisionDetection } from '@dnd-kit/core'

export type DropPlace = {
  readonly columnKey: string
  /** Counts the places between what the column shows: 0 is above the first. */
  readonly index: number
}

/** An item of a column as it lies on the screen. */
export type LaidOut = { readonly index: number; readonly top: number; readonly height: number }

/** The place among the items for something whose middle is at `middle`. */
export function placeAmong(items: readonly LaidOut[], middle: number): number {
  const sorted = items.toSorted((a, b) => a.index - b.index)
  const below = sorted.find(({ top, height }) => top + height / 2 > middle)
  return below?.index ?? (sorted.at(-1)?.index ?? -1) + 1
}

/** The items of a column that are in the page. */
export function itemsOfColumn(columnKey: string): readonly HTMLElement[] {
  return [
    ...document.querySelectorAll<HTMLElement>(
      `[data-column="${CSS.escape(columnKey)}"] [data-index]`,
    ),
  ].toSorted((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
}

function layOut(element: HTMLElement): LaidOut {
  const { top, height } = element.getBoundingClientRect()
  return { index: Number(element.dataset['index']), top, height }
}

/** The place in a column for a dragged card that lies at `rect`. */
export function placeInColumn(columnKey: string, rect: ClientRect): DropPlace {
  const middle = rect.top + rect.height / 2
  return { columnKey, index: placeAmong(itemsOfColumn(columnKey).map(layOut), middle) }
}

/** What a place to drop on carries that stands for a column elsewhere; a column itself carries nothing. */
export type DropTile = { readonly columnKey: string }

function isUnder(node: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const { left, right, top, bottom } = node.getBoundingClientRect()
  return left <= x && x <= right && top <= y && y <= bottom
}

/**
 * A column's tile under the pointer wins. Else columns stand side by side: the one under the pointer, or nearest to the card, wins. Measured
 * where they are now, since the board scrolls sideways meanwhile.
 */
export const nearestColumn: CollisionDetection = ({
  collisionRect,
  droppableContainers,
  pointerCoordinates,
}) => {
  const tile = droppableContainers.find(
    ({ data, node }) =>
      data.current !== undefined &&
      node.current !== null &&
      pointerCoordinates !== null &&
      isUnder(node.current, pointerCoordinates),
  )
  if (tile !== undefined) return [{ id: tile.id, data: { ...tile.data.current } }]
  const at = pointerCoordinates?.x ?? collisionRect.left + collisionRect.width / 2
  return droppableContainers
    .flatMap(({ id, node, data }): Collision[] => {
      if (node.current === null || data.current !== undefined) return []
      const { left, right } = node.current.getBoundingClientRect()
      return [{ id, data: { distance: Math.max(left - at, at - right, 0) } }]
    })
    .toSorted((a, b) => Number(a.data?.['distance']) - Number(b.data?.['distance']))
}
