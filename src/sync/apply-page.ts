/**
 * Applies a planned page. The database refuses a page as a whole; where one of its sessions is to
 * blame, halving finds it, the others are applied without moving the cursor, and the cursor moves
 * with the news of what was set aside (S7).
 */
import { isAppError } from '../lib/app-error.ts'
import { toRawText } from '../domain/conversation/raw-text.ts'
import type { PlannedSession, SetAside } from './planned-session.ts'
import type { FrontendPort } from './ports.ts'
import type { PageApply, Tick } from './tick.ts'

/**
 * From so many sessions on, if every one is refused, the fault is ours and not theirs: setting a
 * whole page aside would hide it.
 */
const TOO_MANY_TO_BLAME = 10

/** SQLSTATE classes that speak of the schema or of rights, never of a row. */
const SYSTEMIC_CLASSES: ReadonlySet<string> = new Set(['0A', '28', '3D', '3F', '42'])

/** @throws StaleApply | AppError */
export async function applyPage(
  tick: Tick,
  frontend: FrontendPort,
  page: PageApply,
): Promise<void> {
  let result
  try {
    result = await tick.apply(frontend, page)
  } catch (cause) {
    if (!isRowsFault(cause) || page.sessions.length === 0) throw cause
    const refused = await applyHalves(tick, frontend, page, cause)
    if (refused.length === page.sessions.length && refused.length >= TOO_MANY_TO_BLAME) throw cause
    const setAside = [...page.setAside, ...refused]
    result = await tick.apply(frontend, { ...page, sessions: [], setAside })
  }
  while (result === 'partial') {
    result = await tick.apply(frontend, { ...page, sessions: [], setAside: [] })
  }
}

/** Applies what can be of a refused page, cursor untouched; what can't comes back with the reason. */
async function applyHalves(
  tick: Tick,
  frontend: FrontendPort,
  page: PageApply,
  cause: unknown,
): Promise<SetAside[]> {
  const { sessions } = page
  const [first] = sessions
  if (first === undefined) return []
  if (sessions.length === 1) return [refusedSession(first, cause)]
  const middle = Math.ceil(sessions.length / 2)
  const refused: SetAside[] = []
  for (const half of [sessions.slice(0, middle), sessions.slice(middle)]) {
    const part = {
      ...page,
      next: undefined,
      finished: false,
      more: true,
      restored: false,
      range: null,
      sessions: half,
      setAside: [],
    }
    try {
      await tick.apply(frontend, part)
    } catch (partCause) {
      if (!isRowsFault(partCause)) throw partCause
      refused.push(...(await applyHalves(tick, frontend, part, partCause)))
    }
  }
  return refused
}

/**
 * True where some row may be to blame: not for what passes by itself, nor for a missing function, nor where the API
 * could not read the request at all, as one that was cut or garbled on its way (PostgREST's own codes).
 */
function isRowsFault(cause: unknown): boolean {
  if (!isAppError(cause, 'invalid')) return false
  const { code = '' } = cause
  if (code.startsWith('PGRST')) return false
  return !(/^[0-9A-Z]{5}$/.test(code) && SYSTEMIC_CLASSES.has(code.slice(0, 2)))
}

function refusedSession(session: PlannedSession, cause: unknown): SetAside {
  const reason = isAppError(cause) ? `${cause.code ?? ''} ${cause.message}`.trim() : 'refused'
  return { session: session.session, reason, raw: toRawText(session) }
}
