/**
 * What the launch engine needs from outside, so that every fault can be tested. `src/data` gives
 * the stores, the bridge puts them together. Each call may throw AppError or never have happened
 * though it did: the engine is safe under both.
 */
import type { DeliveryCode } from '../domain/campaign/delivery-code.ts'
import type { Target } from '../domain/objective/build-objectives.ts'
import type { E164 } from '../domain/phone/e164.ts'
import type { BoardColumn } from '../domain/status/column-rank.ts'
import type { StatusRule } from '../domain/status/status-rule.ts'
import type { Random } from '../lib/random.ts'
import type { LaunchPayload, PayloadSource, Task } from './build-payload.ts'
import type { Outcome, WebhookAnswer } from './classify-answer.ts'

/** A campaign as its launch needs it. */
export type LaunchSource = Omit<PayloadSource, 'targets'> & {
  readonly campaignId: string
  /** Names this content; the launch hands it back. */
  readonly digest: string
  /** `columnKey`: the board column a target names, null where it names none. */
  readonly targets: readonly (Target & { readonly columnKey: string | null })[]
  readonly columns: readonly BoardColumn[]
  /** The campaign's own rules; none: the defaults. */
  readonly rules: readonly StatusRule[]
}

export type LaunchRequest = {
  readonly campaignId: string
  readonly actorId: string
  readonly previewHash: string
  readonly sourceDigest: string
  readonly payload: LaunchPayload
  readonly rules: readonly StatusRule[]
}

export type LaunchResult =
  | {
      readonly result: 'launched' | 'repeated'
      readonly launchId: string
      readonly planned: number
      readonly state: string
    }
  /** Nothing was written. `difference`: what the preview said and what is so now, by count. */
  | {
      readonly result: 'changed'
      readonly preview: unknown
      readonly difference: Readonly<Record<string, { readonly seen: number; readonly now: number }>>
    }

/** `paused`: what is sent was changed since it was scheduled, so a person decides. */
export type StartedCampaign = {
  readonly campaignId: string
  readonly state: 'running' | 'paused'
  /** People who joined the audience since, and are not contacted; those who left it, taken out. */
  readonly joined: number
  readonly left: number
}

/** A batch that one worker holds until its lease runs out. */
export type ClaimedBatch = {
  /** Also the `webhook-id`, the same over retries. */
  readonly batchId: string
  readonly campaignId: string
  /** Names this claim; every later step shows it. */
  readonly claim: string
  /** How often the batch was posted before. */
  readonly attempts: number
  readonly payload: LaunchPayload
  readonly tasks: readonly Task[]
}

export type ClaimRef = { readonly batchId: string; readonly claim: string }

/** 'go': post now · 'held': halted meanwhile · 'changed': made anew · 'lost': another worker's. */
export const BEGIN_RESULTS = ['go', 'held', 'changed', 'lost'] as const
export type BeginResult = (typeof BEGIN_RESULTS)[number]

/** A batch whose outcome is open, held for reconciliation. */
export type OpenBatch = ClaimRef & {
  readonly campaignId: string
  readonly sessions: readonly string[]
}

export const RECONCILE_STEPS = ['done', 'later', 'moved', 'needs_decision', 'lost'] as const

export type ReconcileResult = {
  readonly next: (typeof RECONCILE_STEPS)[number]
  readonly confirmed: number
  readonly missing: number
}

export type BackendCommand = {
  readonly id: string
  readonly sessionId: string
  /** This attempt's number, from 1. */
  readonly attempts: number
}

export type FailedCommand = {
  readonly id: string
  readonly code: string
  readonly retrySeconds: number
}

/** The ledger and the outbox, in the frontend database. */
export type LaunchStore = {
  readonly readSource: (campaignId: string) => Promise<LaunchSource>
  readonly launch: (request: LaunchRequest) => Promise<LaunchResult>
  /** Starts one scheduled campaign whose time has come; null when there is none to start. */
  readonly startCampaign: () => Promise<StartedCampaign | null>
  readonly claimBatches: (workerId: string, limit: number) => Promise<readonly ClaimedBatch[]>
  /** Confirms sessions that exist; gives the batch that is left, or null. */
  readonly settleExisting: (
    ref: ClaimRef,
    existing: readonly string[],
  ) => Promise<ClaimedBatch | null>
  readonly releaseBatch: (ref: ClaimRef, code: DeliveryCode, delaySeconds: number) => Promise<void>
  readonly beginPost: (ref: ClaimRef, payloadHash: string) => Promise<BeginResult>
  /** The batch's state after it, or 'lost' where somebody else had settled it. */
  readonly finishPost: (ref: ClaimRef, outcome: FinishedPost) => Promise<string>
  readonly dueReconciles: (workerId: string, limit: number) => Promise<readonly OpenBatch[]>
  readonly reconcileBatch: (
    ref: ClaimRef,
    existing: readonly string[],
    receiver: string,
  ) => Promise<ReconcileResult>
  readonly claimCommands: (limit: number) => Promise<readonly BackendCommand[]>
  readonly finishCommands: (
    done: readonly string[],
    failed: readonly FailedCommand[],
  ) => Promise<void>
  /** Ends campaigns that are over; how many. */
  readonly finishCampaigns: () => Promise<number>
  /** Lets a test go to a number, or throws AppError with why not. */
  readonly beginTestSend: (test: {
    readonly campaignId: string
    readonly actorId: string
    readonly phone: E164
  }) => Promise<{ readonly campaign: string; readonly session: string }>
  readonly recordReceiverTest: (test: ReceiverTest) => Promise<void>
}

export type FinishedPost = Outcome & {
  readonly retrySeconds: number
  /** In words, where the campaign must wait for a person. */
  readonly pauseReason: string | null
}

export type ReceiverTest = {
  readonly actorId: string
  readonly receiver: string
  readonly idempotent: boolean
  readonly code: string
}

/** The agents' sessions, in the backend. */
export type BackendSessions = {
  /** Those of the given sessions that any table names. */
  readonly listExisting: (sessions: readonly string[]) => Promise<ReadonlySet<string>>
  /**
   * True where this is surely the backend that the sync has read up to now, and no older copy of
   * it: only then does what it lacks prove that it was never taken.
   */
  readonly isAsRead: () => Promise<boolean>
  /** Ends conversations; sessions that aren't there are passed over. */
  readonly complete: (sessions: readonly string[]) => Promise<void>
}

/** The agents' webhooks. Never throws: what went wrong is an answer too. */
export type Webhook = {
  /** A short hash of the address, so that what was proven of one receiver isn't believed of another. */
  readonly receiver: string
  readonly post: (
    path: 'session-created' | 'get-prompt-for-agent',
    message: { readonly id: string; readonly body: string },
  ) => Promise<WebhookAnswer>
}

export type LaunchPorts = {
  readonly store: LaunchStore
  readonly backend: BackendSessions
  readonly webhook: Webhook
  readonly random: Random
}
