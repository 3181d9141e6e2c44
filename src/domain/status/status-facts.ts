/**
 * What a session says, in the two forms in which rules read it: is an objective affirmed, and
 * since when. Done here once, so that SQL compares only booleans and instants.
 */
import { foldText } from '../../lib/fold-text.ts'
import type { ObjectiveValue } from '../objective/read-objective-value.ts'
import { DEFAULT_RULES } from './status-rule.ts'

/** An objective that has a value; objectives without one have no fact. */
export type ObjectiveFact = {
  readonly key: string
  readonly value: ObjectiveValue
  readonly affirmed: boolean
  /** When it came to say so: ISO 8601 in UTC with milliseconds; null where nothing dates it. */
  readonly at: string | null
  /** The event that says so. */
  readonly eventId: number | null
}

export type StatusFacts = {
  /** One for each key that has a value. */
  readonly objectives: readonly ObjectiveFact[]
  /** Messages the candidate wrote (`isFromCandidate`). */
  readonly inboundCount: number
  /** Calls that reached them (`personAnswered`). */
  readonly answeredCalls: number
}

/** A row of `session_objective_events`, its value read as the objective's is. */
export type ObjectiveEvent = {
  readonly id: number
  readonly objectiveKey: string
  /** Null where the event took the value away, or left one that can't be read. */
  readonly value: ObjectiveValue | null
  /** `occurred_at`: ISO 8601, or null. */
  readonly at: string | null
  readonly source: string
}

const PLAIN_NO =
  /^(?:no|n|not yet|never|none|false|nil|null|na|n\/a|unknown|undefined|undecided|not (?:known|applicable|rejected)|tbc|tbd|0|-+|\?+)$|^(?:no|false)[,;:]/
const LEADING_NO = /^(?:no|not|never|none|declined|refused)\b/

const REFUSALS: ReadonlySet<string> = new Set(
  DEFAULT_RULES.filter((rule) => rule.isRefusal).map((rule) => rule.objectiveKey),
)

/**
 * True for `true`, for numbers but 0, and for text that says something other than no: an
 * interview is affirmed by "Tuesday 10am", not by "", "No.", "none", "not yet", "n/a" or "0".
 * Text that begins with a no is one, whatever follows ("not interested"): a status too low is
 * seen and put right, one too high misleads. Under the default rules' keys of refusals such text
 * is the reason of the refusal, and affirms it.
 */
export function isAffirmed(key: string, value: ObjectiveValue): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0 && Number.isFinite(value)
  const text = foldText(value)
    .trim()
    .replace(/(?<=.)[.!]+$/, '')
  if (text === '' || PLAIN_NO.test(text)) return false
  return REFUSALS.has(key) || !LEADING_NO.test(text)
}

/**
 * Facts of the present values, ordered by key. Each is dated by the last event of its objective
 * (by time, then id), provided that event says the same as the present value: else the value
 * was written without one, and nothing dates it.
 */
export function toFacts(
  values: Readonly<Record<string, ObjectiveValue>>,
  events: readonly ObjectiveEvent[],
): ObjectiveFact[] {
  const last = new Map<string, ObjectiveEvent>()
  for (const event of events) {
    const known = last.get(event.objectiveKey)
    if (known === undefined || isLater(event, known)) last.set(event.objectiveKey, event)
  }
  return Object.entries(values)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      const affirmed = isAffirmed(key, value)
      const event = last.get(key)
      const agrees =
        event !== undefined && event.value !== null && isAffirmed(key, event.value) === affirmed
      const [at, eventId] = agrees ? [toInstant(event.at), event.id] : [null, null]
      return { key, value, affirmed, at, eventId }
    })
}

function isLater(a: ObjectiveEvent, b: ObjectiveEvent): boolean {
  const [aMs, bMs] = [a, b].map((event) => toMs(event.at) ?? -Infinity)
  return aMs === bMs ? a.id > b.id : (aMs ?? 0) > (bMs ?? 0)
}

function toMs(at: string | null): number | null {
  const ms = at === null ? Number.NaN : Date.parse(at)
  return Number.isNaN(ms) ? null : ms
}

/** Milliseconds, cut: both sides compare what is written here, not what the backend holds. */
function toInstant(at: string | null): string | null {
  const ms = toMs(at)
  if (ms === null) return null
  const iso = new Date(ms).toISOString()
  return iso.length === 24 ? iso : null // years beyond 9999 are written in a form SQL can't read
}
