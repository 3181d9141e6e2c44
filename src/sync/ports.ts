/** What the sync needs of the outside. `src/data` implements it; tests do so with faults. */
import type { PlannedSession, SetAside } from './planned-session.ts'
import type { SessionState, UnreadableSession } from './session-state.ts'

/** Opaque: only the backend's feed looks inside. */
export type Cursor = { [key: string]: Json }
type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export type Trigger = 'timer' | 'button' | 'event' | 'command' | 'recipient'

/** Stretch of session ids, in collation "C", that a page of a full walk covers. */
export type Range = { readonly after: string | null; readonly through: string | null }

export type FeedPage = {
  readonly cursor: Cursor
  readonly mode: 'idle' | 'log' | 'full' | 'sweep'
  readonly more: boolean
  readonly restored: boolean
  /** False where changes go unlogged, so that nothing less than a full walk would find them. */
  readonly triggersOk: boolean
  readonly range: Range | null
  readonly items: readonly SessionState[]
  readonly faults: readonly UnreadableSession[]
}

export type PresentSessions = {
  readonly items: readonly SessionState[]
  readonly faults: readonly UnreadableSession[]
  /** Sessions that no longer fitted, to be asked for next. */
  readonly rest: readonly string[]
}

/** Every function throws AppError. */
export type BackendPort = {
  readFeed(cursor: Cursor | null, sessions: number): Promise<FeedPage>
  /** @param afterChat only messages with a later id; 0: all */
  readSessions(sessions: readonly string[], afterChat: number): Promise<PresentSessions>
}

/** A tick may start, from here; `checkedAt` is what `fail` takes it back to. */
export type Go = {
  readonly state: 'go'
  readonly run: string
  readonly cursor: Cursor | null
  readonly version: number
  /** The last tick failed: this one says so when it succeeds, even if nothing changed. */
  readonly failing: boolean
  /** The last tick ended between two pages of one window: what came since is not in it. */
  readonly unfinished: boolean
  readonly checkedAt: string | null
}

export type NotNow =
  | { readonly state: 'fresh' | 'busy' }
  | { readonly state: 'paused'; readonly reason: string }
  | {
      readonly state: 'backing-off'
      readonly error: string | null
      readonly retryAfterSeconds: number
    }

export type GoRecipient = Go & { readonly sessions: readonly string[] }

export type Apply = {
  readonly owner: string
  readonly run: string
  readonly trigger: Trigger
  readonly mode: FeedPage['mode'] | 'sessions'
  /** Requests of the tick up to now, this one included. */
  readonly requests: number
  /** What the page was read at; another version there means a conflict. */
  readonly version: number
  readonly cursor: Cursor | null
  /** Where the page ends; undefined leaves the cursor where it is. */
  readonly next?: Cursor | undefined
  /** The tick ends with this apply. */
  readonly finished: boolean
  /** The backend has more behind this page. */
  readonly more: boolean
  readonly restored: boolean
  /** Whatever the register has in this stretch beyond `present` is gone. */
  readonly range: Range | null
  readonly present: readonly string[]
  readonly sessions: readonly PlannedSession[]
  readonly setAside: readonly SetAside[]
}

export type Counts = {
  readonly read: number
  readonly matched: number
  readonly unmatched: number
  readonly changed: number
  readonly cards: number
  readonly messages: number
  readonly calls: number
  readonly setAside: number
}

export type ApplyAnswer =
  | { readonly result: 'conflict'; readonly version: number; readonly cursor: Cursor | null }
  /** `partial`: the same again, there is more to take away. */
  | ({ readonly result: 'applied' | 'partial'; readonly version: number } & Counts)

export type FrontendPort = {
  begin(owner: string, trigger: Trigger, force: boolean): Promise<Go | NotNow>
  beginRecipient(recipientId: string): Promise<GoRecipient | NotNow>
  apply(apply: Apply): Promise<ApplyAnswer>
  /** Best effort: frees the lease, keeps the code and its detail, makes automatic ticks wait. */
  fail(failure: {
    readonly owner: string
    readonly run: string
    readonly code: string
    readonly detail: string | null
    readonly checkedAt: string | null
    readonly retryAfterSeconds: number
  }): Promise<void>
}
