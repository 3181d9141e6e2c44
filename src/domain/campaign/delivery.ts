/**
 * How far a recipient's task has got on its way to the agents:
 * waiting in the outbox · held by quiet hours or a pause of the contact · sending in a claimed
 * batch · unconfirmed, posted but not seen in the backend · confirmed, the session is there ·
 * failed for good · excluded before sending.
 */
export const DELIVERY_STATES = [
  'waiting',
  'held',
  'sending',
  'unconfirmed',
  'confirmed',
  'failed',
  'excluded',
] as const

export type DeliveryState = (typeof DELIVERY_STATES)[number]

export type DeliveryCounts = Readonly<Record<DeliveryState, number>>

/** A launch in five numbers that add up: planned = sent + held + excluded + failed + waiting. */
export type Accounting = {
  readonly planned: number
  readonly sent: number
  readonly held: number
  readonly excluded: number
  readonly failed: number
  readonly waiting: number
}

/**
 * Sums up one snapshot of counts; states that are missing count as none. What is being sent
 * still waits; what was sent but not confirmed counts as sent, since it may have arrived.
 */
export function accounting(counts: Partial<DeliveryCounts>): Accounting {
  const sent = (counts.confirmed ?? 0) + (counts.unconfirmed ?? 0)
  const waiting = (counts.waiting ?? 0) + (counts.sending ?? 0)
  const { held = 0, excluded = 0, failed = 0 } = counts
  return {
    planned: sent + held + excluded + failed + waiting,
    sent,
    held,
    excluded,
    failed,
    waiting,
  }
}
