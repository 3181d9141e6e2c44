/** When a refused batch goes again, and when a campaign must wait for a person. Pure. */
import { DELIVERY_MESSAGES } from '../domain/campaign/delivery-code.ts'
import { backOffDelayMs } from '../lib/back-off.ts'
import type { Random } from '../lib/random.ts'
import type { Outcome } from './classify-answer.ts'
import type { FinishedPost } from './ports.ts'

/**
 * Eight attempts in about half an hour: the waits between them are at most 30 s, 1, 2, 4, 8, 15
 * and 15 minutes, half of that on average. The database counts the attempts.
 */
const BATCH_BACK_OFF = { baseMs: 30_000, capMs: 15 * 60_000 } as const

/** A receiver that asks for a longer wait gets it, within reason. */
const LONGEST_RETRY_AFTER_SECONDS = 60 * 60

/** Completes an outcome by what follows from it; `attempt` counts this POST, from 1. */
export function planAfterPost(outcome: Outcome, attempt: number, random: Random): FinishedPost {
  const asked = Math.min(outcome.retryAfterSeconds ?? 0, LONGEST_RETRY_AFTER_SECONDS)
  const backOff = Math.ceil(backOffDelayMs(attempt, random, BATCH_BACK_OFF) / 1000)
  const pauses = outcome.pausesFromAttempt !== null && attempt >= outcome.pausesFromAttempt
  return {
    ...outcome,
    retrySeconds: Math.max(asked, backOff),
    pauseReason: pauses ? reasonOf(outcome) : null,
  }
}

function reasonOf({ code, status }: Outcome): string {
  const { message, hint } = DELIVERY_MESSAGES[code]
  return `${message}${status === null ? '' : ` (HTTP ${status})`} ${hint}`
}
