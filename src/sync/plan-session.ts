/**
 * One session of the backend → what it says, in our words. Pure: the same state gives the same plan,
 * whatever came before (S3). Whom it concerns and what wins is decided in SQL, beside the ledger.
 */
import { latestTime, plausibleTime } from './plausible-time.ts'
import { planCall } from './plan-calls.ts'
import { planIdentity } from './plan-identity.ts'
import { listMessageIssues, planMessage } from './plan-messages.ts'
import { planEvent, planObjectives } from './plan-objectives.ts'
import type { PlannedSession } from './planned-session.ts'
import type { InfoState, SessionState } from './session-state.ts'
import { sanitiseText } from '../lib/sanitise-text.ts'

/** Longer ids fit no index; the agents' own are below 150. */
const MAX_ID_LENGTH = 1_000

/** Plans one session. @throws Error where it can't be stored at all; the page sets it aside */
export function planSession(state: SessionState): PlannedSession {
  if (state.session === '' || state.session.length > MAX_ID_LENGTH) {
    throw new Error(`The session's id has ${state.session.length} characters.`)
  }
  const events = state.events.map(planEvent)
  const { facts, issues } = planObjectives(state, events)
  const messages = state.messages.map(planMessage)
  return {
    session: state.session,
    gone: state.gone,
    lastPart: state.lastPart,
    // A session that is gone takes all of its messages with it, whatever the log named last.
    messagesFrom: state.gone ? 0 : state.messagesFrom,
    messagesTo: state.messagesTo,
    ...planIdentity(state),
    sessionStatus: sanitiseText(state.info?.sessionStatus ?? ''),
    isActive: isActive(state.info),
    nextReminderAt: plausibleTime(state.info?.nextReminderAt ?? null),
    lastContactAt: lastContactAt(state.info),
    objectives: Object.fromEntries(facts.map(({ key, ...fact }) => [key, fact])),
    messages,
    calls: state.calls.map(planCall),
    events,
    issues: [...issues, ...listMessageIssues(messages)],
  }
}

/** While a session is active or has a reminder, the agent may still contact by itself. */
function isActive(info: InfoState | null): boolean {
  return info !== null && (info.sessionStatus === 'active' || info.nextReminderAt !== null)
}

function lastContactAt(info: InfoState | null): string | null {
  const times = [info?.lastUserMessageAt, info?.lastAgentMessageAt, info?.lastOutboundAt]
  return latestTime(times.map((time) => plausibleTime(time ?? null)))
}
