import type { Random } from './random.ts'

export type BackOff = {
  /** The longest possible wait before the first retry. */
  readonly baseMs: number
  /** No wait is longer than this. */
  readonly capMs: number
}

/**
 * How long to wait before retry number `attempt` (1 is the first retry): anything between
 * zero and a limit that doubles each time. This is "full jitter": spreading over the whole
 * span keeps many workers from coming back together after an outage.
 * Source: AWS Architecture Blog, "Exponential Backoff And Jitter".
 */
export function backOffDelayMs(
  attempt: number,
  random: Random,
  { baseMs, capMs }: BackOff,
): number {
  const doublings = Math.max(0, Math.floor(attempt) - 1)
  return Math.round(random() * Math.min(capMs, baseMs * 2 ** doublings))
}
