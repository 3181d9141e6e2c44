/** A page of the feed → a plan for each of its sessions. One that can't be planned stops no other (S7). */
import { toRawText } from '../domain/conversation/raw-text.ts'
import { planSession } from './plan-session.ts'
import type { PlannedSession, SetAside } from './planned-session.ts'
import type { SessionState, UnreadableSession } from './session-state.ts'

export type PlannedPage = {
  readonly sessions: readonly PlannedSession[]
  readonly setAside: readonly SetAside[]
}

export function planPage(
  items: readonly SessionState[],
  unreadable: readonly UnreadableSession[],
): PlannedPage {
  const sessions: PlannedSession[] = []
  const setAside: SetAside[] = unreadable.map(({ session, reason, raw }) => ({
    session,
    reason,
    raw: toRawText(raw),
  }))
  for (const item of items) {
    try {
      sessions.push(planSession(item))
    } catch (cause) {
      setAside.push({ session: item.session, reason: reasonOf(cause), raw: toRawText(item) })
    }
  }
  return { sessions, setAside }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'It could not be read.'
}
