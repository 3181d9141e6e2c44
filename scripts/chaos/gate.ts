import { setTimeout as delay } from 'node:timers/promises'

const LOOK_MS = 20

/** Holds up what people and timers begin while it is closed. */
export class Gate {
  #closed = false
  #inside = 0

  /** Does the work, once the gate is open. */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#closed) await delay(LOOK_MS)
    this.#inside += 1
    try {
      return await work()
    } finally {
      this.#inside -= 1
    }
  }

  /** Lets nothing begin any more, and waits until what has begun is over. */
  async close(): Promise<void> {
    this.#closed = true
    while (this.#inside > 0) await delay(LOOK_MS)
  }

  open(): void {
    this.#closed = false
  }
}
