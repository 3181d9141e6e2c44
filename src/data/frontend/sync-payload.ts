/**
 * A planned page as sync_apply takes it: flat lists, because PostgreSQL reads each of them once,
 * which nested ones would make it do for every session.
 */

/** What a page holds; `src/sync` makes it. */
export type PageToApply = {
  readonly sessions: readonly SessionToApply[]
  readonly setAside: readonly {
    readonly session: string | null
    readonly reason: string
    readonly raw: string | null
  }[]
}

type SessionToApply = {
  readonly session: string
  readonly gone: boolean
  readonly lastPart: boolean
  readonly messagesFrom: number | null
  readonly messagesTo: number | null
  readonly aliases: readonly string[]
  readonly phones: readonly string[]
  readonly variants: readonly string[]
  readonly campaigns: readonly {
    readonly name: string
    readonly compact: string
    readonly uid: string | null
  }[]
  readonly parsed: { readonly compact: string; readonly uid: string | null } | null
  readonly backendCampaign: string | null
  readonly sessionStatus: string
  readonly isActive: boolean
  readonly nextReminderAt: string | null
  readonly lastContactAt: string | null
  readonly objectives: Readonly<Record<string, object>>
  readonly messages: readonly {
    readonly chatId: number
    readonly direction: string
    readonly kind: string
    readonly hidden: boolean
    readonly body: string
    readonly sentAt: string | null
    readonly timeCertainty: string
    readonly deliveryStatus: string | null
    readonly failureReason: string | null
    readonly failureConsequence: string | null
    readonly intent: string | null
    readonly raw: string | null
  }[]
  readonly calls: readonly CallToApply[]
  readonly events: readonly {
    readonly eventId: number
    readonly objectiveKey: string
    readonly oldValue: unknown
    readonly newValue: unknown
    readonly source: string
    readonly occurredAt: string | null
  }[]
  readonly issues: readonly {
    readonly kind: string
    readonly item: string
    readonly summary: string
    readonly details: Readonly<Record<string, string | number | null>>
    readonly raw: string | null
  }[]
}

type CallToApply = {
  readonly callId: string
  readonly calledAt: string | null
  readonly durationSeconds: number | null
  readonly transport: string
  readonly answeredBy: string
  readonly disposition: string
  readonly reason: string
  readonly endedBy: string | null
  readonly recordingUrl: string | null
  readonly analysis: unknown
  readonly summary: string
  readonly intent: string | null
  readonly lines: readonly {
    readonly position: number
    readonly speaker: string
    readonly body: string
    readonly startMs: number | null
  }[]
}

/** Names an item that no session could be read of; the index on it takes no long ones. */
const ITEM_LENGTH = 100

export function toApplyRows({ sessions, setAside }: PageToApply) {
  return {
    sessions: sessions.map(sessionRow),
    messages: sessions.flatMap(messageRows),
    calls: sessions.flatMap(({ session, calls }) => calls.map((call) => callRow(session, call))),
    lines: sessions.flatMap(({ calls }) => calls.flatMap(lineRows)),
    events: sessions.flatMap(eventRows),
    issues: [
      ...sessions.flatMap(({ session, issues }) => issues.map((issue) => ({ session, ...issue }))),
      ...setAside.map(poisonRow),
    ],
  }
}

function sessionRow(plan: SessionToApply) {
  const compacts = [...plan.campaigns, plan.parsed].map((named) => named?.compact)
  return {
    session: plan.session,
    aliases: plan.aliases,
    phones: plan.phones,
    variants: plan.variants,
    campaigns: plan.campaigns,
    parsed: plan.parsed,
    campaign_slugs: [...new Set(compacts.filter((compact) => compact !== undefined))],
    backend_campaign: plan.backendCampaign,
    gone: plan.gone,
    last_part: plan.lastPart,
    messages_from: plan.messagesFrom,
    messages_to: plan.messagesTo,
    session_status: plan.sessionStatus,
    is_active: plan.isActive,
    next_reminder_at: plan.nextReminderAt,
    last_contact_at: plan.lastContactAt,
    objectives: plan.objectives,
  }
}

function messageRows({ session, messages }: SessionToApply) {
  return messages.map((message) => ({
    session,
    chat_id: message.chatId,
    direction: message.direction,
    kind: message.kind,
    hidden: message.hidden,
    body: message.body,
    sent_at: message.sentAt,
    time_certainty: message.timeCertainty,
    delivery_status: message.deliveryStatus,
    failure_reason: message.failureReason,
    consequence: message.failureConsequence,
    intent: message.intent,
    raw: message.raw,
  }))
}

function callRow(session: string, call: CallToApply) {
  return {
    session,
    call_id: call.callId,
    called_at: call.calledAt,
    duration_seconds: call.durationSeconds,
    transport: call.transport,
    answered_by: call.answeredBy,
    disposition: call.disposition,
    reason: call.reason,
    ended_by: call.endedBy,
    recording_url: call.recordingUrl,
    analysis: call.analysis,
    summary: call.summary,
    opt_intent: call.intent,
  }
}

function lineRows({ callId, lines }: CallToApply) {
  return lines.map(({ position, speaker, body, startMs }) => ({
    call_id: callId,
    position,
    speaker,
    body,
    start_ms: startMs,
  }))
}

function eventRows({ session, events }: SessionToApply) {
  return events.map((event) => ({
    session,
    event_id: event.eventId,
    objective_key: event.objectiveKey,
    old_value: event.oldValue,
    new_value: event.newValue,
    source: event.source,
    occurred_at: event.occurredAt,
  }))
}

function poisonRow({ session, reason, raw }: PageToApply['setAside'][number]) {
  return {
    session: session?.slice(0, 500).toWellFormed() ?? null,
    kind: 'poison',
    item: session === null ? (raw ?? '').slice(0, ITEM_LENGTH).toWellFormed() : '',
    summary:
      'This conversation could not be read and was left out; the others were not affected. It is tried again when it changes.',
    details: { reason },
    raw,
  }
}
