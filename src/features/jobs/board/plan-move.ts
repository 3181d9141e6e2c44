/** From a place in a column, as a pointer or the keys chose it, to a change of the board. */
import type { Card } from '../../../data/frontend/cards.ts'
import { movedTo } from '../../../data/frontend/edited-card.ts'
import type { BoardChange } from './board-change.ts'
import type { Slot } from './card-slots.ts'
import { planPlace } from './position.ts'

/** The loaded cards around an index, and where in them the index is. */
function loadedRun(
  slots: readonly Slot[],
  index: number,
): { readonly run: readonly Card[]; readonly at: number } {
  // Amid a gap nothing is known: the place is below the nearest cards above it.
  let place = Math.min(index, slots.length)
  while (place > 0 && slots[place - 1] === undefined && slots[place] === undefined) place -= 1
  let from = place
  while (from > 0 && slots[from - 1] !== undefined) from -= 1
  const run: Card[] = []
  for (let at = from; slots[at] !== undefined; at += 1) run.push(slots[at] as Card)
  // At the edge of a gap the next card is not known: the place is one inside.
  const low = from > 0 && run.length > 0 ? 1 : 0
  const high = from + run.length < slots.length && run.length > 1 ? run.length - 1 : run.length
  return { run, at: Math.min(Math.max(place - from, low), high) }
}

/**
 * Plans to put a card at an index of a column; null where it stands there already.
 *
 * @param slots what the column shows, the card included if it is there
 * @param index counts places between what is shown: 0 is above the first
 */
export function planMove(
  card: Card,
  columnKey: string,
  slots: readonly Slot[],
  index: number,
): (BoardChange & { readonly kind: 'move' }) | null {
  const own = slots.findIndex((slot) => slot?.id === card.id)
  if (own !== -1 && (index === own || index === own + 1)) return null
  const others = own === -1 ? slots : slots.toSpliced(own, 1)
  const { run, at } = loadedRun(others, own !== -1 && own < index ? index - 1 : index)
  const { position, shifts } = planPlace(run, at)
  const byId = new Map(run.map((each) => [each.id, each]))
  return {
    kind: 'move',
    before: card,
    after: movedTo(card, columnKey, position),
    shifts: shifts.flatMap((shift) => {
      const before = byId.get(shift.id)
      return before === undefined
        ? []
        : [{ before, after: movedTo(before, before.status, shift.position) }]
    }),
  }
}
