/**
 * What a column shows: the pages of cards that are loaded, with gaps for those that aren't, and on
 * top of them the changes that are still on their way. What the database answers meanwhile never
 * undoes a pending change, and a failed one leaves nothing behind, because it was never mixed in.
 */
import type { Card } from '../../../data/frontend/cards.ts'
import { PAGE_SIZE } from '../../../data/frontend/page.ts'
import { comparePlaces } from './position.ts'

export type CardPage = {
  /** Counted from 0. */
  readonly page: number
  readonly items: readonly Card[]
  /** How many cards the column has in all. */
  readonly total: number
}

/** A card, or undefined where its page is not loaded. */
export type Slot = Card | undefined

/** Cards as they will be, by id; null where the card leaves the board. */
export type PendingCards = ReadonlyMap<string, Card | null>

/** A column's places in order, from its pages (lowest first). */
export function toSlots(pages: readonly CardPage[]): readonly Slot[] {
  const total = pages[0]?.total ?? 0
  const byNumber = new Map(pages.map((page) => [page.page, page.items]))
  const slots: Slot[] = []
  // Pages are read one after the other: a card that moved meanwhile may be in two.
  const seen = new Set<string>()
  for (let page = 0; page * PAGE_SIZE < total; page += 1) {
    const items = byNumber.get(page)
    if (items === undefined) {
      const missing = Math.min(PAGE_SIZE, total - page * PAGE_SIZE)
      slots.push(...Array.from({ length: missing }, () => undefined))
      continue
    }
    for (const card of items) {
      if (!seen.has(card.id)) slots.push(card)
      seen.add(card.id)
    }
  }
  return slots
}

/** Where a card belongs among the loaded ones. */
function placeIn(slots: readonly Slot[], card: Card): number {
  const next = slots.findIndex((slot) => slot !== undefined && comparePlaces(card, slot) < 0)
  if (next !== -1) return next
  return slots.findLastIndex((slot) => slot !== undefined) + 1
}

/** The column as it will be once the pending changes are through. */
export function withPending(
  slots: readonly Slot[],
  columnKey: string,
  pending: PendingCards,
): readonly Slot[] {
  if (pending.size === 0) return slots
  const next = slots.filter((slot) => slot === undefined || !pending.has(slot.id))
  for (const card of pending.values()) {
    if (card?.status === columnKey) next.splice(placeIn(next, card), 0, card)
  }
  return next
}

/**
 * A column's cached pages with one card as it is now, until they are read again. Pages may be
 * missing; the card goes to the last one that begins before it.
 */
export function patchPages(
  pages: readonly CardPage[],
  columnKey: string,
  cardId: string,
  card: Card | null,
): readonly CardPage[] {
  const without = pages.map((page) => ({
    ...page,
    items: page.items.filter(({ id }) => id !== cardId),
  }))
  const had = pages.some(({ items }) => items.some(({ id }) => id === cardId))
  const has = card?.status === columnKey
  const change = Number(has) - Number(had)
  const counted = without.map((page) => ({ ...page, total: page.total + change }))
  if (!has) return counted
  const home =
    counted.findLast(({ items: [first] }) => first !== undefined && comparePlaces(first, card) < 0)
      ?.page ?? counted[0]?.page
  return counted.map((page) =>
    page.page === home ? { ...page, items: [...page.items, card].toSorted(comparePlaces) } : page,
  )
}

/** The number of cards a column will have, from what the database counted. */
export function countWithPending(
  count: number,
  columnKey: string,
  pending: readonly {
    readonly before: Pick<Card, 'status'>
    readonly after: Pick<Card, 'status'> | null
  }[],
): number {
  return pending.reduce(
    (sum, { before, after }) =>
      sum + Number(after?.status === columnKey) - Number(before.status === columnKey),
    count,
  )
}
