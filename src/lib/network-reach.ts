/**
 * Whether requests arrive anywhere. A browser calls itself online as soon as it has a cable or a
 * Wi-Fi, even where nothing answers behind it; only requests tell.
 */

/** So many requests in a row without an answer: one alone may be an accident. */
const FAILURES = 2

let failures = 0
const listeners = new Set<() => void>()

function count(next: number): void {
  const before = isReached()
  failures = next
  if (isReached() === before) return
  for (const listener of listeners) listener()
}

/** False from the second request in a row without an answer on, until one is answered. */
export function isReached(): boolean {
  return failures < FAILURES
}

/** A request was answered, whatever the answer. */
export function noteAnswer(): void {
  count(0)
}

/** A request found no way. One that was given up, or took too long, says nothing of the way. */
export function noteFailure(error: unknown): void {
  if (error instanceof TypeError) count(failures + 1)
}

/** Hears when `isReached` changes; answers the function that stops listening. */
export function listenToReach(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
