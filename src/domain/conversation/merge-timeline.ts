/**
 * One conversation out of WhatsApp messages and calls.
 *
 * - Messages stand in the order of their ids, always: `chat_history` has no reliable time.
 * - A call stands after every message known to be sent by its start, before the first one known
 *   to be later. A message without a time keeps to the one before it.
 * - "About" times say when a message was first seen, so it was sent by then: where the next
 *   known time is earlier (history read in one go), that one bounds it.
 * - The result depends on the items only, not on the order they are passed in. Day breaks ascend.
 */
import { wallClock } from '../hours/wall-clock.ts'

export type TimeCertainty = 'exact' | 'about' | 'none'

export type TimelineMessage = {
  /** The backend's `chat_history.id`. */
  readonly id: number
  /** ISO 8601; null exactly where the certainty is `none`. */
  readonly at: string | null
  readonly certainty: TimeCertainty
}

export type TimelineCall = {
  readonly id: string
  /** ISO 8601, or null where the backend holds no time: such calls come last. */
  readonly startedAt: string | null
}

export type TimelineItem<Message extends TimelineMessage, Call extends TimelineCall> =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'call'; readonly call: Call }

/** Merges both into one list; `day` is YYYY-MM-DD in the IANA zone `timeZone`. */
export function mergeTimeline<Message extends TimelineMessage, Call extends TimelineCall>(
  messages: readonly Message[],
  calls: readonly Call[],
  timeZone: string,
): TimelineItem<Message, Call>[] {
  const timed = withKeys(messages.toSorted((a, b) => a.id - b.id))
  const waiting = calls
    .map((call) => ({ call, startMs: toMs(call.startedAt) }))
    .toSorted((a, b) => (a.startMs ?? Infinity) - (b.startMs ?? Infinity) || byText(a.call, b.call))

  const items: TimelineItem<Message, Call>[] = []
  let lastDay = ''
  const breakAt = (ms: number | null) => {
    const day = ms === null ? lastDay : wallClock(ms, timeZone).day
    if (day !== lastDay) items.push({ kind: 'day', day })
    lastDay = day
  }
  let next = 0
  const placeCallsBefore = (ms: number) => {
    for (
      let due = waiting[next];
      due !== undefined && (due.startMs ?? Infinity) < ms;
      due = waiting[next]
    ) {
      breakAt(due.startMs)
      items.push({ kind: 'call', call: due.call })
      next += 1
    }
  }
  for (const { message, keyMs, isTimed } of timed) {
    placeCallsBefore(keyMs)
    if (isTimed) breakAt(keyMs)
    items.push({ kind: 'message', message })
  }
  placeCallsBefore(Infinity)
  for (const { call } of waiting.slice(next)) items.push({ kind: 'call', call })
  return items
}

type Keyed<Message> = {
  readonly message: Message
  /** Ascends along the ids, so that a call has exactly one place. */
  readonly keyMs: number
  readonly isTimed: boolean
}

function withKeys<Message extends TimelineMessage>(messages: readonly Message[]): Keyed<Message>[] {
  let boundMs = Infinity
  const estimates = messages.toReversed().map((message) => {
    const ownMs = message.certainty === 'none' ? null : toMs(message.at)
    if (ownMs === null) return null
    boundMs = message.certainty === 'about' ? Math.min(ownMs, boundMs) : ownMs
    return boundMs
  })
  estimates.reverse()
  let keyMs = -Infinity
  return messages.map((message, index) => {
    const estimate = estimates[index] ?? null
    keyMs = Math.max(keyMs, estimate ?? -Infinity)
    return { message, keyMs, isTimed: estimate !== null }
  })
}

function toMs(iso: string | null): number | null {
  const ms = iso === null ? Number.NaN : Date.parse(iso)
  return Number.isNaN(ms) ? null : ms
}

function byText(a: TimelineCall, b: TimelineCall): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
