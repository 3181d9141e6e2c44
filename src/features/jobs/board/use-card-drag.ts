import {
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useState } from 'react'
import type { Card } from '../../../data/frontend/cards.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import type { Slot } from './card-slots.ts'
import type { DragMoment } from './drag-words.ts'
import { type DropPlace, type DropTile, placeInColumn } from './drop-place.ts'
import { BoardKeyboardSensor } from './keyboard-sensor.ts'

const MOUSE = { activationConstraint: { distance: 6 } }
/** A finger that rests picks up, one that moves scrolls. */
const TOUCH = { activationConstraint: { delay: 220, tolerance: 8 } }

/** The click that ends a drag by mouse would open the link below the pointer. */
function swallowClick(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/** By the collision, not by what the card is over: that follows a step later. */
function placeOf({ active, collisions }: DragMoveEvent | DragEndEvent): DropPlace | null {
  const rect = active.rect.current.translated
  const column = collisions?.[0]
  if (column === undefined || rect === null) return null
  const tile = column.data as Partial<DropTile> | undefined
  if (tile?.columnKey !== undefined) return { columnKey: tile.columnKey, index: 0 }
  return placeInColumn(String(column.id), rect)
}

/** What draggable things carry. */
type DragData = { readonly card: Card } | { readonly column: BoardColumn }

type CardDragOptions = {
  /** What a column shows. */
  readonly slotsOf: (columnKey: string) => readonly Slot[] | undefined
  readonly nameOfColumn: (key: string) => string
  readonly onDrop: (card: Card, place: DropPlace) => void
  /** A column was dropped over another one, whose place it takes. */
  readonly onDropColumn: (key: string, overKey: string) => void
}

/** A card on its way by mouse, touch or keys, or a column by pointer: what, to where, what to say. */
export function useCardDrag({ slotsOf, nameOfColumn, onDrop, onDropColumn }: CardDragOptions) {
  const [card, setCard] = useState<Card | null>(null)
  const [place, setPlace] = useState<DropPlace | null>(null)
  const [column, setColumn] = useState<BoardColumn | null>(null)
  const [overColumn, setOverColumn] = useState<string | null>(null)
  const [moment, setMoment] = useState<DragMoment | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, MOUSE),
    useSensor(TouchSensor, TOUCH),
    useSensor(BoardKeyboardSensor),
  )

  function stop(): void {
    setCard(null)
    setPlace(null)
    setColumn(null)
    setOverColumn(null)
    setTimeout(() => {
      window.removeEventListener('click', swallowClick, { capture: true })
    }, 0)
  }

  function toMoment(kind: 'over' | 'dropped', dragged: Card, at: DropPlace): DragMoment {
    const slots = slotsOf(at.columnKey) ?? []
    const own = slots.findIndex((slot) => slot?.id === dragged.id)
    const isBelowItself = own !== -1 && own < at.index
    return {
      kind,
      card: dragged,
      column: nameOfColumn(at.columnKey),
      place: at.index + (isBelowItself ? 0 : 1),
      count: slots.length + (own === -1 ? 1 : 0),
    }
  }

  return {
    card,
    place,
    column,
    /** The column whose place a dragged one would take. */
    overColumn,
    moment,
    sensors,
    handlers: {
      onDragStart: ({ active }: DragStartEvent) => {
        const data = active.data.current as DragData | undefined
        if (data !== undefined && 'column' in data) setColumn(data.column)
        else if (data !== undefined) {
          setCard(data.card)
          setMoment({ kind: 'picked', card: data.card })
        }
        window.addEventListener('click', swallowClick, { capture: true })
      },
      onDragMove: (event: DragMoveEvent) => {
        if (column !== null) {
          setOverColumn(String(event.collisions?.[0]?.id ?? column.key))
          return
        }
        const next = placeOf(event)
        if (next?.columnKey === place?.columnKey && next?.index === place?.index) return
        setPlace(next)
        if (next !== null && card !== null) setMoment(toMoment('over', card, next))
      },
      onDragEnd: (event: DragEndEvent) => {
        const next = placeOf(event)
        stop()
        if (column !== null && overColumn !== null) onDropColumn(column.key, overColumn)
        if (card === null || next === null) return
        setMoment(toMoment('dropped', card, next))
        onDrop(card, next)
      },
      onDragCancel: () => {
        stop()
        if (card !== null) setMoment({ kind: 'cancelled', card })
      },
    },
  }
}

export type CardDrag = ReturnType<typeof useCardDrag>
