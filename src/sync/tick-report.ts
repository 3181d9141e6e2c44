/** What one tick did. */
import { isAppError } from '../lib/app-error.ts'
import type { Apply, Counts } from './ports.ts'

export type TickFault = {
  readonly code: string
  readonly message: string
  readonly hint: string
  /** Names what the code is about, where it says more: missing tables and columns. Nothing personal. */
  readonly detail: string | null
}

export type TickReport = Counts & {
  /**
   * `done`; nothing done because one ran just now (`fresh`), another is at it (`busy`) or somebody
   * paused it; `conflict`: others applied faster again and again; `failed`, with `error`.
   */
  readonly state: 'done' | 'fresh' | 'busy' | 'paused' | 'conflict' | 'failed'
  readonly mode: Apply['mode']
  readonly pages: number
  readonly requests: number
  /** There is more to read: tick again at once. */
  readonly more: boolean
  readonly error: TickFault | null
}

export const NO_COUNTS: Counts = {
  read: 0,
  matched: 0,
  unmatched: 0,
  changed: 0,
  cards: 0,
  messages: 0,
  calls: 0,
  setAside: 0,
}

/** The counts of two pages together. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    read: a.read + b.read,
    matched: a.matched + b.matched,
    unmatched: a.unmatched + b.unmatched,
    changed: a.changed + b.changed,
    cards: a.cards + b.cards,
    messages: a.messages + b.messages,
    calls: a.calls + b.calls,
    setAside: a.setAside + b.setAside,
  }
}

/** Any thrown value as a fault with a stable code, fit for people and logs. */
export function toFault(cause: unknown): TickFault {
  if (isAppError(cause)) {
    const hint =
      cause.hint ?? 'Rollcall tries again by itself; look at the sync page if it goes on.'
    const { message, detail = null } = cause
    return { code: cause.code ?? cause.kind, message, hint, detail }
  }
  return {
    code: 'unexpected',
    message: 'The sync met something it does not know.',
    hint: 'Nothing was lost. Look at the bridge’s log, and tell whoever keeps Rollcall.',
    detail: null,
  }
}
