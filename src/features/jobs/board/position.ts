/**
 * Where a card stands in its column: a number, smaller is higher. A card that is put between two
 * others gets the number half-way, so that one write moves it. Doubles run out after some halvings;
 * then the cards around make room, as few as will do.
 */

/** What has a place in a column. */
export type Placed = { readonly id: string; readonly position: number }

export type PlacePlan = {
  /** The place of the card itself. */
  readonly position: number
  /** The cards that make room for it, each with its new place; usually none. */
  readonly shifts: readonly Placed[]
}

/** The distance kept at the ends of a column. New cards come with the seconds since 1970. */
const STEP = 1

/** Cards that make room are put so many of the smallest distances apart, for the next halvings. */
const ROOM_IN_SMALLEST = 16

/** The order of a board: by place, then by id, as the database sorts. */
export function comparePlaces(a: Placed, b: Placed): number {
  if (a.position !== b.position) return a.position - b.position
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** The distance to the next double, about. */
function smallestStep(position: number): number {
  return Math.max(Math.abs(position), 1) * Number.EPSILON
}

/** The number half-way, or null where no double lies between. */
function between(above: number, below: number): number | null {
  const middle = above + (below - above) / 2
  return above < middle && middle < below ? middle : null
}

/**
 * Plans the place of a card at an index of its column.
 *
 * @param column the column's cards in order, without the card itself
 * @param index 0 for the top, the column's length for the end
 */
export function planPlace(column: readonly Placed[], index: number): PlacePlan {
  const above = column[index - 1]?.position
  const below = column[index]?.position
  if (above === undefined || below === undefined) {
    const position = above === undefined ? (below ?? STEP) - STEP : above + STEP
    return { position, shifts: [] }
  }
  const middle = between(above, below)
  if (middle !== null) return { position: middle, shifts: [] }
  return makeRoom(column, index)
}

/** Widens the stretch around the index, a card at each side at a time, until all in it fit. */
function makeRoom(column: readonly Placed[], index: number): PlacePlan {
  for (let width = 1; ; width += 1) {
    const from = Math.max(index - width, 0)
    const to = Math.min(index + width, column.length)
    const stretch = column.slice(from, to)
    const spaces = stretch.length + 2
    const first = column[from - 1]?.position
    const last = column[to]?.position
    const low = first ?? (last ?? 0) - STEP * spaces
    const high = last ?? low + STEP * spaces
    const space = (high - low) / spaces
    const enough = ROOM_IN_SMALLEST * Math.max(smallestStep(low), smallestStep(high))
    const isWhole = from === 0 && to === column.length
    if (space < enough && !isWhole) continue
    const placeOf = (nth: number): number => low + space * (nth + 1)
    const own = index - from
    return {
      position: placeOf(own),
      shifts: stretch.map(({ id }, nth) => ({ id, position: placeOf(nth < own ? nth : nth + 1) })),
    }
  }
}
