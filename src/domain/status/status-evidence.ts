/**
 * The message, call or event that an objective or a sign of life rests on. *Exact* where ids say
 * so; *inferred* where only times do, and shown as such.
 */
import type { ObjectiveEvent, ObjectiveFact } from './status-facts.ts'

export type Evidence = {
  readonly kind: 'message' | 'call' | 'event'
  /** `chat_history.id`, `call_id`, or the event's id, as text. */
  readonly id: string
  /** ISO 8601, or null where it has no time. */
  readonly at: string | null
}

export type CitedEvidence = {
  /** Null where nothing is left to cite: a value written without an event. */
  readonly evidence: Evidence | null
  readonly certainty: 'exact' | 'inferred'
}

/** What a session's status may rest on. */
export type SessionRecords = {
  readonly events: readonly ObjectiveEvent[]
  readonly calls: readonly EvidentCall[]
  readonly messages: readonly EvidentMessage[]
}

export type EvidentCall = {
  readonly id: string
  readonly startedAt: string | null
  readonly durationSeconds: number | null
  readonly personAnswered: boolean
}

export type EvidentMessage = {
  readonly id: number
  /** Its own time, else when it was first seen, else null. */
  readonly at: string | null
  readonly isFromCandidate: boolean
}

/** Agents write what a call brought just after it; measured in seconds, allowed in minutes. */
const AFTER_CALL_MS = 120_000

const NOTHING: CitedEvidence = { evidence: null, certainty: 'inferred' }

/**
 * What an objective's value rests on. In this order: the call or message that its event's source
 * names by id (exact); the call that covers the event's time, or ended up to two minutes before
 * it; the candidate's last message seen by then; the event itself (exact). A source that names
 * a channel rules the other out.
 */
export function evidenceOfObjective(
  fact: Pick<ObjectiveFact, 'eventId'>,
  { events, calls, messages }: SessionRecords,
): CitedEvidence {
  const event = events.find(({ id }) => id === fact.eventId)
  if (fact.eventId === null || event === undefined) return NOTHING
  const names = event.source.split(/[^A-Za-z0-9_-]+/)
  const namedCall = calls.find(({ id }) => id === event.source || names.includes(id))
  if (namedCall !== undefined) return exact(ofCall(namedCall))
  const isChat = /chat|whatsapp|message/i.test(event.source)
  const namedMessage = messages.find(({ id }) => isChat && names.includes(String(id)))
  if (namedMessage !== undefined) return exact(ofMessage(namedMessage))

  const atMs = toMs(event.at)
  const isCall = /call|voice|phone/i.test(event.source)
  const call = isChat ? undefined : lastCovering(calls, atMs)
  if (call !== undefined) return { evidence: ofCall(call), certainty: 'inferred' }
  const message = isCall ? undefined : lastSeenBy(messages, atMs)
  if (message !== undefined) return { evidence: ofMessage(message), certainty: 'inferred' }
  return exact({ kind: 'event', id: String(event.id), at: event.at })
}

/** The candidate's first message: from then on they count as contacted. */
export function evidenceOfInbound({ messages }: Pick<SessionRecords, 'messages'>): CitedEvidence {
  const [first] = messages
    .filter((message) => message.isFromCandidate)
    .toSorted((a, b) => a.id - b.id)
  return first === undefined ? NOTHING : exact(ofMessage(first))
}

/** The first call a person answered. */
export function evidenceOfCall({ calls }: Pick<SessionRecords, 'calls'>): CitedEvidence {
  const [first] = byStart(calls.filter((call) => call.personAnswered))
  return first === undefined ? NOTHING : exact(ofCall(first))
}

function lastCovering(calls: readonly EvidentCall[], atMs: number | null) {
  if (atMs === null) return undefined
  return byStart(calls).findLast(({ startedAt, durationSeconds }) => {
    const startMs = toMs(startedAt)
    if (startMs === null || startMs > atMs) return false
    return atMs <= startMs + (durationSeconds ?? 0) * 1000 + AFTER_CALL_MS
  })
}

function lastSeenBy(messages: readonly EvidentMessage[], atMs: number | null) {
  if (atMs === null) return undefined
  return messages
    .filter((message) => message.isFromCandidate && (toMs(message.at) ?? Infinity) <= atMs)
    .toSorted((a, b) => a.id - b.id)
    .at(-1)
}

/** By start, calls without one last, then by id: the same order whatever order they came in. */
function byStart(calls: readonly EvidentCall[]): EvidentCall[] {
  return calls.toSorted((a, b) => {
    const [aMs, bMs] = [toMs(a.startedAt) ?? Infinity, toMs(b.startedAt) ?? Infinity]
    return aMs === bMs ? (a.id < b.id ? -1 : 1) : aMs - bMs
  })
}

function exact(evidence: Evidence): CitedEvidence {
  return { evidence, certainty: 'exact' }
}

function ofCall({ id, startedAt }: EvidentCall): Evidence {
  return { kind: 'call', id, at: startedAt }
}

function ofMessage({ id, at }: EvidentMessage): Evidence {
  return { kind: 'message', id: String(id), at }
}

function toMs(iso: string | null): number | null {
  const ms = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(ms) ? null : ms
}
