export const WINDOW_STATES = ['open', 'closing', 'closed', 'unknown', 'never'] as const
export type WhatsappWindow = {
  /**
   * `closing`: under two hours left. `unknown`: the candidate has written, but nobody knows when.
   * `never`: the candidate hasn't written yet.
   */
  readonly state: (typeof WINDOW_STATES)[number]
  /** ISO 8601 in UTC; null for `never` and `unknown`. */
  readonly closesAt: string | null
}

const HOUR_MS = 3_600_000
const WINDOW_MS = 24 * HOUR_MS
const CLOSING_MS = 2 * HOUR_MS

/**
 * WhatsApp's customer-service window: it opens at the candidate's last inbound message and
 * holds for 24 hours; at the 24th hour it is closed, and only approved templates may go
 * (error 131047). Both times are ISO 8601; an unreadable one counts as not known.
 *
 * @param lastInboundAt of the last inbound message whose time is known
 * @param hasUndated an inbound message may be later than that, at a time nobody knows
 */
export function whatsappWindow(
  lastInboundAt: string | null,
  now: string,
  hasUndated = false,
): WhatsappWindow {
  const openedMs = lastInboundAt === null ? Number.NaN : Date.parse(lastInboundAt)
  if (Number.isNaN(openedMs)) return { state: hasUndated ? 'unknown' : 'never', closesAt: null }
  const closesMs = openedMs + WINDOW_MS
  const leftMs = closesMs - Date.parse(now)
  if (leftMs <= 0 && hasUndated) return { state: 'unknown', closesAt: null }
  const state = leftMs <= 0 ? 'closed' : leftMs < CLOSING_MS ? 'closing' : 'open'
  return { state, closesAt: new Date(closesMs).toISOString() }
}
