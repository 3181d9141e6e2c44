/** A source of randomness: a number from 0 up to, but not including, 1. `Math.random` is one. */
export type Random = () => number

/** A whole number from 0 up to, but not including, `below`. */
export function randomBelow(random: Random, below: number): number {
  return Math.min(Math.floor(random() * below), below - 1)
}
