/**
 * What the backend says of one session, as the sync reads it: the part of `src/data/backend`'s
 * items that a plan needs. Times are as PostgreSQL writes them.
 */
export type MessageState = {
  /** Chat ids are one sequence over all sessions; a conversation's order is the order of ids. */
  readonly id: number
  readonly message: unknown
  readonly seenAt: string | null
}

export type InfoState = {
  readonly sessionStatus: string | null
  readonly nextReminderAt: string | null
  readonly lastUserMessageAt: string | null
  readonly lastAgentMessageAt: string | null
  readonly lastOutboundAt: string | null
  readonly campaign: string | null
  readonly objectives?: unknown
}

export type CallState = {
  readonly callId: string
  readonly status: string | null
  readonly calledAt: string | null
  readonly durationSeconds: number | null
  readonly transcript: string | null
  readonly recordingUrl: string | null
  readonly analysis?: unknown
}

export type EventState = {
  readonly id: number
  readonly objective: string | null
  readonly oldValue?: unknown
  readonly newValue?: unknown
  readonly source: string | null
  readonly occurredAt: string | null
}

export type SessionState = {
  readonly session: string
  /** Other ids under which its messages stand. */
  readonly aliases: readonly string[]
  /** Messages from this id on are replaced by `messages`; null: they haven't changed. */
  readonly messagesFrom: number | null
  /** … up to and with this one; null: to the end. */
  readonly messagesTo: number | null
  /** False where the chat goes on in a later part; the register waits for the last. */
  readonly lastPart: boolean
  readonly messages: readonly MessageState[]
  /** Null where other tables alone name the session. */
  readonly info: InfoState | null
  readonly campaigns: readonly string[]
  readonly numbers: readonly string[]
  readonly calls: readonly CallState[]
  readonly events: readonly EventState[]
  readonly objectivesTemplate: unknown
  /** True where no table names it any more. */
  readonly gone: boolean
}

/** An item that could not even be read as a session. */
export type UnreadableSession = {
  readonly session: string | null
  readonly reason: string
  readonly raw: unknown
}
