/** Something that was done and can be taken back. */
export type UndoOffer = {
  /** What was done: "Moved 3 people to Interview". */
  readonly message: string
  /** Takes it back. */
  readonly undo: () => void | Promise<void>
}

type Listener = (offer: UndoOffer) => void

const listeners = new Set<Listener>()

/**
 * Offers to take back what was just done. Features call this after an optimistic change; the
 * shell listens and shows it, so that no feature needs to know how.
 */
export function offerUndo(offer: UndoOffer): void {
  for (const listener of listeners) listener(offer)
}

/** Hears every offer; answers the function that stops listening. */
export function listenToUndo(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
