/** How far a launch is, from the database's numbers alone: the page may be closed meanwhile. */
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { CampaignState } from '../../../domain/campaign/campaign-state.ts'

export type LaunchProgress = {
  /** People handed over, or given up as failed. */
  readonly done: number
  /** All who are to be contacted. */
  readonly total: number
  readonly phase: 'sending' | 'retrying' | 'held' | 'paused' | 'scheduled' | 'settled'
  /** When the outbox tries again, while it waits for that. ISO 8601. */
  readonly nextAttemptAt: string | null
  /** What was wrong with the last attempt, until one goes well: the code of its answer. */
  readonly code: string | null
  /** Why most of those that are looked for are in doubt: the code of the answer; null for no fault. */
  readonly doubt: string | null
  /** Handed over, looked for by itself. */
  readonly unseen: number
  /** For a person to decide. */
  readonly undecided: number
  /** Why an admin paused all sending, while somebody waits for it; null while it is on. */
  readonly sendingPaused: string | null
}

/** Codes of batches that wait or are in doubt though nothing went wrong, or that are told elsewhere. */
const NO_FAULT: ReadonlySet<string> = new Set([
  'acknowledged',
  'held',
  'changed',
  'payload_changed',
  'resent',
  'needs_decision',
])

function faultOf(code: string | null | undefined): string | null {
  return code === null || code === undefined || NO_FAULT.has(code) ? null : code
}

function mostFrequentFault(codes: Readonly<Record<string, number>>): string | null {
  const faults = Object.entries(codes).filter(([code]) => faultOf(code) !== null)
  return faults.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null
}

function phaseOf(state: CampaignState, numbers: CampaignAccounting): LaunchProgress['phase'] {
  if (numbers.waiting + numbers.held === 0) return 'settled'
  if (state === 'paused' || state === 'scheduled') return state
  if (state !== 'running') return 'settled'
  if (numbers.waiting === 0) return 'held'
  const waitsFor = numbers.nextAttemptAt
  const later = waitsFor !== null && Date.parse(waitsFor) > Date.parse(numbers.at)
  return later && numbers.sending === 0 ? 'retrying' : 'sending'
}

/** The progress of a launched campaign; null for a draft, which has none. */
export function toLaunchProgress(
  state: CampaignState,
  numbers: CampaignAccounting,
): LaunchProgress | null {
  if (state === 'draft') return null
  const phase = phaseOf(state, numbers)
  const triesOn = phase === 'retrying' || phase === 'sending'
  return {
    done: numbers.sent + numbers.failed,
    total: numbers.planned - numbers.excluded,
    phase,
    nextAttemptAt: phase === 'retrying' ? numbers.nextAttemptAt : null,
    code: triesOn ? faultOf(numbers.lastCode) : null,
    // A campaign that was paused by it says so at its head.
    doubt: state === 'paused' ? null : mostFrequentFault(numbers.doubts),
    unseen: numbers.unconfirmed - numbers.needsDecision,
    undecided: numbers.needsDecision,
    sendingPaused: phase === 'settled' ? null : numbers.sendingPaused,
  }
}
