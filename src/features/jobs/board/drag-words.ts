import { dragText } from '../../../ui/text/board.ts'
import type { Card } from '../../../data/frontend/cards.ts'

/** The element that tells how cards are moved by keys; every card's link refers to it. */
export const DRAG_HELP_ID = 'board-drag-help'

/** dnd-kit's own announcements know nothing of places; the board speaks for itself. */
export const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
} as const

export type DragMoment =
  | { readonly kind: 'picked' | 'cancelled'; readonly card: Card }
  | {
      readonly kind: 'over' | 'dropped'
      readonly card: Card
      readonly column: string
      /** Counted from 1. */
      readonly place: number
      readonly count: number
    }

/** What a screen reader says of a moment of dragging. */
export function describeDrag(moment: DragMoment): string {
  const { name } = moment.card
  switch (moment.kind) {
    case 'picked':
      return dragText.picked(name)
    case 'cancelled':
      return dragText.cancelled(name)
    case 'over':
      return dragText.over(name, moment.column, moment.place, moment.count)
    case 'dropped':
      return dragText.dropped(name, moment.column, moment.place)
  }
}
