/** What was said with one recipient: messages, calls with their transcripts, objective events, status history. */
import { z } from 'zod'
import { NO_RESULT } from '../../domain/call/call-outcome.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

/** PostgREST answers at most 1,000 rows; a conversation is read in pages of so many. */
const ROWS_A_REQUEST = 1000

const messageRow = z
  .object({
    id: z.uuid(),
    chat_id: z.number().nullable(),
    direction: z.enum(['inbound', 'outbound', 'internal']),
    kind: z.enum(['text', 'tool', 'system', 'media', 'unreadable']),
    hidden: z.boolean(),
    body: z.string(),
    sent_at: z.string().nullable(),
    time_certainty: z.enum(['exact', 'about', 'none']),
    delivery_status: z.enum(['sent', 'delivered', 'read', 'failed']).nullable(),
    failure_reason: z.string().nullable(),
    intent: z.enum(['stop', 'start']).nullable(),
    raw: z.unknown(),
    created_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    chatId: row.chat_id,
    direction: row.direction,
    kind: row.kind,
    hidden: row.hidden,
    text: row.body,
    sentAt: row.sent_at,
    timeCertainty: row.time_certainty,
    deliveryStatus: row.delivery_status,
    failureReason: row.failure_reason,
    intent: row.intent,
    raw: row.raw,
    createdAt: row.created_at,
  }))
export type Message = z.infer<typeof messageRow>

const transcriptRow = z
  .object({
    position: z.number(),
    speaker: z.enum(['agent', 'candidate', 'unknown']),
    body: z.string(),
    start_ms: z.number().nullable(),
  })
  .transform((row) => ({
    position: row.position,
    speaker: row.speaker,
    text: row.body,
    startMs: row.start_ms,
  }))

export const callRow = z
  .object({
    id: z.uuid(),
    call_id: z.string().nullable(),
    called_at: z.string().nullable(),
    duration_seconds: z.number().nullable(),
    transport: z.string(),
    answered_by: z.string(),
    disposition: z.string(),
    reason: z.string(),
    ended_by: z.string().nullable(),
    recording_url: z.string().nullable(),
    analysis: z.unknown(),
    summary: z.string(),
    overdue_at: z.string().nullable().default(null),
    call_transcript_messages: z.array(transcriptRow),
  })
  .transform((row) => ({
    id: row.id,
    callId: row.call_id,
    calledAt: row.called_at,
    durationSeconds: row.duration_seconds,
    transport: row.transport,
    answeredBy: row.answered_by,
    /** `no-result` where none came in time, whatever the provider still calls it. */
    disposition:
      row.disposition === 'pending' && row.overdue_at !== null ? NO_RESULT : row.disposition,
    /** Since when a result should have come; null where it came in time, or still may. */
    overdueAt: row.overdue_at,
    reason: row.reason,
    endedBy: row.ended_by,
    recordingUrl: row.recording_url,
    analysis: row.analysis,
    summary: row.summary,
    transcript: row.call_transcript_messages.toSorted((a, b) => a.position - b.position),
  }))
export type Call = z.infer<typeof callRow>

const objectiveSchema = z.looseObject({
  value: z.unknown(),
  affirmed: z.boolean().default(false),
  at: z.string().nullable().default(null),
})

const evidenceRow = z
  .object({
    session_status: z.string(),
    matched_by: z.string(),
    objectives: z.record(z.string(), objectiveSchema),
    inbound_count: z.number(),
    outbound_count: z.number(),
    last_inbound_at: z.string().nullable(),
    call_count: z.number(),
    gone: z.boolean(),
    updated_at: z.string(),
  })
  .transform((row) => ({
    sessionStatus: row.session_status,
    matchedBy: row.matched_by,
    objectives: row.objectives,
    inboundCount: row.inbound_count,
    outboundCount: row.outbound_count,
    lastInboundAt: row.last_inbound_at,
    callCount: row.call_count,
    gone: row.gone,
    updatedAt: row.updated_at,
  }))
export type Evidence = z.infer<typeof evidenceRow>

const objectiveEventRow = z
  .object({
    event_id: z.number(),
    objective_key: z.string(),
    old_value: z.unknown(),
    new_value: z.unknown(),
    source: z.string(),
    occurred_at: z.string().nullable(),
  })
  .transform((row) => ({
    eventId: row.event_id,
    objectiveKey: row.objective_key,
    oldValue: row.old_value,
    newValue: row.new_value,
    source: row.source,
    occurredAt: row.occurred_at,
  }))
export type ObjectiveEvent = z.infer<typeof objectiveEventRow>

const statusEventRow = z
  .object({
    id: z.number(),
    candidate_id: z.uuid().nullable(),
    recipient_id: z.uuid().nullable(),
    from_status: z.string().nullable(),
    to_status: z.string(),
    set_by: z.enum(['person', 'automation']),
    actor_id: z.uuid().nullable(),
    trace: z.unknown(),
    occurred_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    candidateId: row.candidate_id,
    recipientId: row.recipient_id,
    fromStatus: row.from_status,
    toStatus: row.to_status,
    setBy: row.set_by,
    actorId: row.actor_id,
    trace: row.trace,
    occurredAt: row.occurred_at,
  }))
export type StatusEvent = z.infer<typeof statusEventRow>

const MESSAGE_COLUMNS =
  'id, chat_id, direction, kind, hidden, body, sent_at, time_certainty, delivery_status, failure_reason, intent, raw, created_at'
export const CALL_COLUMNS =
  'id, call_id, called_at, duration_seconds, transport, answered_by, disposition, reason, ended_by, recording_url, analysis, summary, overdue_at, call_transcript_messages(position, speaker, body, start_ms)'

/** All messages with a recipient, in the order of the backend's ids; older native ones by time. */
export async function listMessages(
  client: FrontendClient,
  recipientId: string,
): Promise<readonly Message[]> {
  const messages: Message[] = []
  for (;;) {
    const rows = unwrap(
      await client
        .from('whatsapp_messages')
        .select(MESSAGE_COLUMNS)
        .eq('campaign_candidate_id', recipientId)
        .order('chat_id', { nullsFirst: true })
        .order('sent_at')
        .order('id')
        .range(messages.length, messages.length + ROWS_A_REQUEST - 1),
    )
    const page = z.array(messageRow).parse(rows)
    messages.push(...page)
    if (page.length < ROWS_A_REQUEST) return messages
  }
}

/** All calls with a recipient and their transcripts, oldest first. */
export async function listCalls(
  client: FrontendClient,
  recipientId: string,
): Promise<readonly Call[]> {
  const rows = unwrap(
    await client
      .from('call_records')
      .select(CALL_COLUMNS)
      .eq('campaign_candidate_id', recipientId)
      .order('called_at')
      .order('id'),
  )
  return z.array(callRow).parse(rows)
}

/** What the recipient's sessions say now; usually one, more where old and new ids meet. */
export async function listEvidence(
  client: FrontendClient,
  recipientId: string,
): Promise<readonly Evidence[]> {
  const rows = unwrap(
    await client
      .from('session_evidence')
      .select('*')
      .eq('recipient_id', recipientId)
      .order('updated_at'),
  )
  return z.array(evidenceRow).parse(rows)
}

/** When objectives changed, oldest first. */
export async function listObjectiveEvents(
  client: FrontendClient,
  recipientId: string,
): Promise<readonly ObjectiveEvent[]> {
  const rows = unwrap(
    await client
      .from('objective_events')
      .select('*')
      .eq('campaign_candidate_id', recipientId)
      .order('occurred_at')
      .order('event_id'),
  )
  return z.array(objectiveEventRow).parse(rows)
}

/** The status history of a card or of a recipient, newest first. */
export async function listStatusEvents(
  client: FrontendClient,
  of: { readonly candidateId: string } | { readonly recipientId: string },
): Promise<readonly StatusEvent[]> {
  const query = client.from('status_events').select('*').order('id', { ascending: false })
  const rows = unwrap(
    await ('candidateId' in of
      ? query.eq('candidate_id', of.candidateId)
      : query.eq('recipient_id', of.recipientId)),
  )
  return z.array(statusEventRow).parse(rows)
}
