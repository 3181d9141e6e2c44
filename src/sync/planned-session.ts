/** What a session says, in our words: facts for the frontend's SQL, which decides whom they concern. */
import type { Answerer, Disposition } from '../domain/call/call-outcome.ts'
import type { CallEnder } from '../domain/call/ended-reason.ts'
import type { Transport } from '../domain/call/transport.ts'
import type { Speaker } from '../domain/call/speaker.ts'
import type { DeliveryStatus, Direction, MessageKind } from '../domain/conversation/chat-message.ts'
import type { FailureConsequence } from '../domain/conversation/delivery-failure.ts'
import type { ObjectiveFact } from '../domain/status/status-facts.ts'
import type { OptIntent } from '../domain/suppression/opt-intent.ts'

export type PlannedMessage = {
  readonly chatId: number
  readonly direction: Direction
  readonly kind: MessageKind
  readonly hidden: boolean
  readonly body: string
  readonly sentAt: string | null
  /** `exact`: the message's own time; `about`: when the change log first saw it. */
  readonly timeCertainty: 'exact' | 'about' | 'none'
  readonly deliveryStatus: DeliveryStatus | null
  readonly failureReason: string | null
  /** What a failure asks of us; null where it asks nothing. */
  readonly failureConsequence: FailureConsequence | null
  readonly intent: OptIntent | null
  /** Of an unreadable message. */
  readonly raw: string | null
}

export type PlannedLine = {
  readonly position: number
  readonly speaker: Speaker
  readonly body: string
  readonly startMs: number | null
}

export type PlannedCall = {
  readonly callId: string
  readonly calledAt: string | null
  readonly durationSeconds: number | null
  readonly transport: Transport
  readonly answeredBy: Answerer
  readonly disposition: Disposition
  readonly reason: string
  readonly endedBy: CallEnder | null
  readonly recordingUrl: string | null
  readonly analysis: unknown
  readonly summary: string
  /** 'stop' where a whole line of theirs asked for it. A call never says start: SPEC.md, S3. */
  readonly intent: 'stop' | null
  readonly lines: readonly PlannedLine[]
}

export type PlannedEvent = {
  readonly eventId: number
  readonly objectiveKey: string
  readonly oldValue: unknown
  readonly newValue: unknown
  readonly source: string
  readonly occurredAt: string | null
}

/** Something to be looked at by a person. `item` tells issues of a kind in one session apart. */
export type PlannedIssue = {
  readonly kind: 'objective' | 'message' | 'poison'
  readonly item: string
  /** What is wrong and what to do. */
  readonly summary: string
  readonly details: Readonly<Record<string, string | number | null>>
  readonly raw: string | null
}

/** A campaign as the backend names it, read. */
export type NamedCampaign = {
  readonly name: string
  /** Its slug without separators. */
  readonly compact: string
  readonly uid: string | null
}

export type PlannedSession = {
  readonly session: string
  readonly gone: boolean
  readonly lastPart: boolean
  readonly messagesFrom: number | null
  readonly messagesTo: number | null

  /** Whom it may concern; matched in SQL. Numbers are E.164. */
  readonly aliases: readonly string[]
  readonly phones: readonly string[]
  readonly variants: readonly string[]
  readonly campaigns: readonly NamedCampaign[]
  readonly parsed: { readonly compact: string; readonly uid: string | null } | null
  readonly backendCampaign: string | null

  readonly sessionStatus: string
  /** True while the agent may still write or call by itself. */
  readonly isActive: boolean
  readonly nextReminderAt: string | null
  readonly lastContactAt: string | null
  /** By key; only objectives that have a value. */
  readonly objectives: Readonly<Record<string, Omit<ObjectiveFact, 'key'>>>

  readonly messages: readonly PlannedMessage[]
  readonly calls: readonly PlannedCall[]
  readonly events: readonly PlannedEvent[]
  readonly issues: readonly PlannedIssue[]
}

/** A session that was left out, with why. */
export type SetAside = {
  readonly session: string | null
  readonly reason: string
  readonly raw: string | null
}
