import { setTimeout as delay } from 'node:timers/promises'

const PAUSE_MS = 200

/** Tries until it is done: in a storm the next try may find everything up again. */
export async function insist<Result>(act: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await act()
    } catch {
      await delay(PAUSE_MS)
    }
  }
}
