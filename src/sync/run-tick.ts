/**
 * One tick: begin, then page by page feed → plan → apply, until nothing is left. Whatever stops it
 * at whatever step, what was applied stays with its cursor and the rest is read again (S1, S2).
 * Never throws: a failure is a report, and the database holds the next automatic tick back.
 */
import { AppError, isAppError } from '../lib/app-error.ts'
import { applyPage } from './apply-page.ts'
import { planPage } from './plan-page.ts'
import type { BackendPort, FeedPage, FrontendPort, Go, NotNow, Trigger } from './ports.ts'
import { isSame, StaleApply, Tick } from './tick.ts'
import { NO_COUNTS, toFault, type TickReport } from './tick-report.ts'

/** Sessions a page; the backend also ends a page at 4 MB. */
export const PAGE_SESSIONS = 1_000

/** Of requests in a row that brought nothing forward. */
const MAX_TIMEOUTS = 6
const MAX_LOST_ANSWERS = 1
const MAX_CONFLICTS = 3

export type SyncPorts = { readonly backend: BackendPort; readonly frontend: FrontendPort }

export type TickOptions = {
  /** Names the worker that holds the lease: one a process. */
  readonly owner: string
  readonly trigger: Trigger
  /** Ticks even if one ran just now, another is at it, or failures ask to wait. */
  readonly force?: boolean
  readonly pageSessions?: number
  /** Asked after each page; true ends the tick there, to be gone on with by the next one. */
  readonly shouldStop?: () => boolean
  /** Hears of what no AppError tells, for the log; it may hold personal data. */
  readonly onUnexpected?: (cause: unknown) => void
}

export async function runTick(ports: SyncPorts, options: TickOptions): Promise<TickReport> {
  let tick: Tick | null = null
  let mode: FeedPage['mode'] = 'idle'
  const report = (rest: Partial<TickReport>): TickReport => ({
    ...(tick?.counts ?? NO_COUNTS),
    state: 'done',
    mode,
    pages: tick?.pages ?? 0,
    requests: tick?.requests ?? 1,
    more: false,
    error: null,
    ...rest,
  })
  try {
    const { owner, trigger, force = false } = options
    const begun = await ports.frontend.begin(owner, trigger, force)
    if (begun.state !== 'go') return report(notNow(begun))
    tick = new Tick(owner, trigger, begun)
    const more = await walk(ports, tick, begun, options, (found) => {
      // The tick is known by the most it had to do.
      if (mode !== 'full') mode = found === 'idle' ? mode : found
    })
    return report({ more })
  } catch (cause) {
    if (cause instanceof StaleApply) return report({ state: 'conflict', more: true })
    if (!isAppError(cause)) options.onUnexpected?.(cause)
    if (tick !== null) await tellFailure(ports.frontend, tick, options.owner, cause)
    return report({ state: 'failed', error: toFault(cause) })
  }
}

/** Reads and applies until the end, or until told to stop: true if there is more. */
async function walk(
  { backend, frontend }: SyncPorts,
  tick: Tick,
  { failing, unfinished }: Pick<Go, 'failing' | 'unfinished'>,
  options: TickOptions,
  note: (mode: FeedPage['mode']) => void,
): Promise<boolean> {
  let limit = options.pageSessions ?? PAGE_SESSIONS
  let setbacks = { timeouts: 0, lost: 0, conflicts: 0 }
  // A window that was opened before this tick ends before what came since.
  let isOldWindow = unfinished
  for (;;) {
    try {
      const page = await tick.ask(() => backend.readFeed(tick.cursor, limit))
      note(page.mode)
      const isIdle = page.mode === 'idle' && isSame(page.cursor, tick.cursor)
      const finished = !page.more || options.shouldStop?.() === true
      if (!isIdle || failing) {
        await applyPage(tick, frontend, toApply(page, finished))
        tick.pages += 1
      }
      if (!page.triggersOk) throw changesUnlogged()
      if (page.mode === 'full' && page.more) isOldWindow = true // as old as the walk's start
      if (finished && (page.more || isIdle || !isOldWindow)) return page.more
      if (finished) isOldWindow = false
      setbacks = { timeouts: 0, lost: 0, conflicts: 0 }
    } catch (cause) {
      if (cause instanceof StaleApply) {
        setbacks.conflicts += 1
        isOldWindow = true // the winner's
      }
      if (isAppError(cause, 'timeout')) setbacks.timeouts += 1
      else if (isAppError(cause, 'network')) setbacks.lost += 1
      else if (!(cause instanceof StaleApply)) throw cause
      const { timeouts, lost, conflicts } = setbacks
      const isTooMuch = timeouts > MAX_TIMEOUTS || lost > MAX_LOST_ANSWERS
      if (isTooMuch || conflicts > MAX_CONFLICTS || options.shouldStop?.() === true) throw cause
      // Less at a time may be in time; whether the apply was done after all, its repetition hears.
      if (isAppError(cause, 'timeout')) limit = Math.max(1, Math.floor(limit / 2))
    }
  }
}

/** A page as the database applies it. */
export function toApply(page: FeedPage, finished: boolean) {
  const { sessions, setAside } = planPage(page.items, page.faults)
  const present = [...page.items, ...page.faults].map(({ session }) => session)
  const isKnown = present.every((session) => session !== null)
  return {
    mode: page.mode,
    next: page.cursor,
    finished,
    more: page.more,
    restored: page.restored,
    // An item without a readable id may be any of those that seem to be gone: then none is.
    range: isKnown ? page.range : null,
    present: present.filter((id) => id !== null),
    sessions,
    setAside,
  }
}

function changesUnlogged(): AppError {
  return new AppError('contract', "The backend doesn't log all of its changes any more.", {
    code: 'backend_triggers_missing',
    hint: 'Run npm run backend:install again; everything is then read anew.',
  })
}

async function tellFailure(frontend: FrontendPort, tick: Tick, owner: string, cause: unknown) {
  const retryAfterSeconds = isAppError(cause) ? (cause.retryAfterSeconds ?? 0) : 0
  const { run, checkedAt } = tick
  try {
    const { code, detail } = toFault(cause)
    await tick.ask(() => frontend.fail({ owner, run, code, detail, checkedAt, retryAfterSeconds }))
  } catch {
    // The lease runs out by itself, and the report says what went wrong first.
  }
}

function notNow(answer: NotNow): Partial<TickReport> {
  if (answer.state !== 'backing-off') return { state: answer.state }
  return {
    state: 'failed',
    error: {
      code: answer.error ?? 'backing_off',
      message: 'The last tries to sync failed.',
      hint: `Rollcall tries again in ${answer.retryAfterSeconds} s; press Sync to try now.`,
      detail: null,
    },
  }
}
