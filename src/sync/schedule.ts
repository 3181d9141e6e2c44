/**
 * When the next tick is due. Pure: the caller's timer counts from when it asks, so that no clock
 * decides anything; who comes too early is told 'fresh' by the database.
 */
import { backOffDelayMs } from '../lib/back-off.ts'
import type { Random } from '../lib/random.ts'
import type { TickReport } from './tick-report.ts'

export const TICK_EVERY_MS = 30_000

/** While there is more to read, only as long as others need to get a word in. */
const GO_ON_MS = 200

const BACK_OFF = { baseMs: 30_000, capMs: 300_000 }

/** Why a browser doesn't ask for ticks just now; it asks while it has no reason not to. */
export const PAUSE_REASONS = ['hidden', 'offline', 'signed-out', 'by-hand'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

export type Schedule = {
  readonly paused: ReadonlySet<PauseReason>
  /** Failed ticks in a row. */
  readonly failures: number
}

export const STARTED: Schedule = { paused: new Set(), failures: 0 }

/** Adds a reason to pause; each has to be taken away by itself. */
export function pause(schedule: Schedule, reason: PauseReason): Schedule {
  return { ...schedule, paused: new Set([...schedule.paused, reason]) }
}

/** Takes one reason to pause away; others may still hold. */
export function resume(schedule: Schedule, reason: PauseReason): Schedule {
  return { ...schedule, paused: new Set([...schedule.paused].filter((other) => other !== reason)) }
}

/** Counts failures in a row: a paused sync or somebody else's tick is none. */
export function afterTick(schedule: Schedule, report: Pick<TickReport, 'state'>): Schedule {
  return { ...schedule, failures: report.state === 'failed' ? schedule.failures + 1 : 0 }
}

/** Milliseconds until the next tick, or null while a reason to pause is there. */
export function nextTickInMs(
  schedule: Schedule,
  report: Pick<TickReport, 'more'> | null,
  random: Random,
): number | null {
  if (schedule.paused.size > 0) return null
  if (schedule.failures > 0) {
    return TICK_EVERY_MS + backOffDelayMs(schedule.failures, random, BACK_OFF)
  }
  return report?.more === true ? GO_ON_MS : TICK_EVERY_MS
}
