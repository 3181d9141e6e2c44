/** A tick under way: where it stands, and the account of what it did. */
import type { Apply, ApplyAnswer, Counts, Cursor, FrontendPort, Go, Trigger } from './ports.ts'
import { addCounts, NO_COUNTS } from './tick-report.ts'

/** Somebody else applied since this tick read: what it holds may be older than what is stored. */
export class StaleApply extends Error {
  override readonly name = 'StaleApply'
}

export type PageApply = Pick<
  Apply,
  'mode' | 'next' | 'finished' | 'more' | 'restored' | 'range' | 'present' | 'sessions' | 'setAside'
>

export class Tick {
  readonly run: string
  readonly checkedAt: string | null
  readonly #owner: string
  readonly #trigger: Trigger
  cursor: Cursor | null
  version: number
  counts: Counts = NO_COUNTS
  pages = 0
  requests = 1 // the one that began it

  constructor(owner: string, trigger: Trigger, go: Go) {
    this.#owner = owner
    this.#trigger = trigger
    this.run = go.run
    this.checkedAt = go.checkedAt
    this.cursor = go.cursor
    this.version = go.version
  }

  /** Counts a request and makes it. */
  ask<Answer>(request: () => Promise<Answer>): Promise<Answer> {
    this.requests += 1
    return request()
  }

  /**
   * Applies, and stands where the answer says.
   *
   * @throws StaleApply after a conflict, with nothing changed and the present cursor taken over
   */
  async apply(frontend: FrontendPort, page: PageApply): Promise<ApplyAnswer['result']> {
    const answer = await this.ask(() =>
      frontend.apply({
        ...page,
        owner: this.#owner,
        run: this.run,
        trigger: this.#trigger,
        requests: this.requests,
        version: this.version,
        cursor: this.cursor,
      }),
    )
    this.version = answer.version
    if (answer.result === 'conflict') {
      // Of an apply whose answer was lost, this is how one hears that it was done.
      const wasOurs = page.next !== undefined && isSame(page.next, answer.cursor)
      this.cursor = answer.cursor
      if (!wasOurs) throw new StaleApply('Another worker applied first.')
      return 'applied'
    }
    this.counts = addCounts(this.counts, answer)
    if (answer.result === 'applied' && page.next !== undefined) this.cursor = page.next
    return answer.result
  }
}

/** True for cursors of one content, whatever the order of their keys. */
export function isSame(a: Cursor | null, b: Cursor | null): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
