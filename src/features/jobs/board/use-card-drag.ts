import {
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useState } from 'react'
import type { Card } from '../../../data/frontend/cards.ts'
import { type DragMoment } from './drag-words.ts'
import { type DropPlace, placeInColumn } from './drop-place.ts'
import { arrowCoordinates } from './keyboard-drag.ts'

const MOUSE = { activationConstraint: { distance: 6 } }
/** A finger that rests picks up, one that moves scrolls. */
const TOUCH = { activationConstraint: { delay: 220, tolerance: 8 } }
/** Enter opens the card, so that only the space bar picks up. */
const KEYS = {
  coordinateGetter: arrowCoordinates,
  keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
}

/** The click that ends a drag by mouse would open the link below the pointer. */
function swallowClick(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

function placeOf({ active, over }: DragMoveEvent | DragEndEvent): DropPlace | null {
  const rect = active.rect.current.translated
  return over === null || rect === null ? null : placeInColumn(String(over.id), rect)
}

type CardDragOptions = {
  readonly countOf: (columnKey: string) => number
  readonly nameOfColumn: (key: string) => string
  readonly onDrop: (card: Card, place: DropPlace) => void
}

/** A card on its way by mouse, touch or keys: what is dragged, where it would land, what to say. */
export function useCardDrag({ countOf, nameOfColumn, onDrop }: CardDragOptions) {
  const [card, setCard] = useState<Card | null>(null)
  const [place, setPlace] = useState<DropPlace | null>(null)
  const [moment, setMoment] = useState<DragMoment | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, MOUSE),
    useSensor(TouchSensor, TOUCH),
    useSensor(KeyboardSensor, KEYS),
  )

  function stop(): void {
    setCard(null)
    setPlace(null)
    setTimeout(() => {
      window.removeEventListener('click', swallowClick, { capture: true })
    }, 0)
  }

  const toMoment = (kind: 'over' | 'dropped', dragged: Card, { columnKey, index }: DropPlace) => ({
    kind,
    card: dragged,
    column: nameOfColumn(columnKey),
    place: index + 1,
    count: countOf(columnKey) + Number(columnKey !== dragged.status),
  })

  return {
    card,
    place,
    moment,
    sensors,
    handlers: {
      onDragStart: ({ active }: DragStartEvent) => {
        const dragged = active.data.current?.['card'] as Card
        setCard(dragged)
        setMoment({ kind: 'picked', card: dragged })
        window.addEventListener('click', swallowClick, { capture: true })
      },
      onDragMove: (event: DragMoveEvent) => {
        const next = placeOf(event)
        if (next?.columnKey === place?.columnKey && next?.index === place?.index) return
        setPlace(next)
        if (next !== null && card !== null) setMoment(toMoment('over', card, next))
      },
      onDragEnd: (event: DragEndEvent) => {
        const next = placeOf(event)
        stop()
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
