/** Which cards of a board are selected, with what was seen of each when it was. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SeenCard } from '../../../data/frontend/cards.ts'

export type SelectionState = {
  readonly cards: ReadonlyMap<string, SeenCard>
  /** The card from which a range goes. */
  readonly anchorId: string | null
  /** Turns one card on or off. */
  readonly toggle: (card: SeenCard) => void
  /** Turns cards on; the last one given begins the next range. */
  readonly add: (cards: readonly SeenCard[], anchorId?: string) => void
  readonly clear: () => void
}

export type Selection = StoreApi<SelectionState>

const NONE: ReadonlyMap<string, SeenCard> = new Map()

/** A selection without any card; it lives as long as its board is open. */
export function createSelection(): Selection {
  return createStore<SelectionState>((set) => ({
    cards: NONE,
    anchorId: null,
    toggle: (card) => {
      set(({ cards }) => {
        const next = new Map(cards)
        if (!next.delete(card.id)) next.set(card.id, toSeen(card))
        return { cards: next, anchorId: card.id }
      })
    },
    add: (added, anchorId) => {
      set((before) => ({
        cards: new Map([...before.cards, ...added.map((card) => [card.id, toSeen(card)] as const)]),
        anchorId: anchorId ?? before.anchorId,
      }))
    },
    clear: () => {
      set({ cards: NONE, anchorId: null })
    },
  }))
}

/** Of a card, only what the selection keeps. */
export function toSeen({ id, status, assignedTo, followUpOn, personId }: SeenCard): SeenCard {
  return { id, status, assignedTo, followUpOn, personId }
}

/** The cards between two of a column, both included; null where one is not in it. */
export function rangeOf<Item extends { readonly id: string } | undefined>(
  slots: readonly Item[],
  fromId: string,
  toId: string,
): readonly Item[] | null {
  const from = slots.findIndex((slot) => slot?.id === fromId)
  const to = slots.findIndex((slot) => slot?.id === toId)
  if (from === -1 || to === -1) return null
  return slots.slice(Math.min(from, to), Math.max(from, to) + 1)
}
