/** A session as the backend has it now, in the form the feed and the live view send. */
import { z } from 'zod'

const messageSchema = z
  .object({ id: z.int(), message: z.unknown(), seen_at: z.string().nullable() })
  .transform((row) => ({
    id: row.id,
    /** LangChain's jsonb, in any of its shapes. */
    message: row.message,
    /** When the change log first saw it; null for what was there before the installation. */
    seenAt: row.seen_at,
  }))

const infoSchema = z
  .object({
    created_at: z.string().nullable(),
    updated_at: z.string().nullable(),
    user_updated: z.string().nullable(),
    agent_updated: z.string().nullable(),
    last_action: z.string().nullable(),
    action_status: z.string().nullable(),
    session_status: z.string().nullable(),
    last_user_msg_at: z.string().nullable(),
    last_agent_msg_at: z.string().nullable(),
    last_outbound_at: z.string().nullable(),
    next_reminder_at: z.string().nullable(),
    reminder_count: z.number().nullable(),
    tz: z.string().nullable(),
    campaign: z.string().nullable(),
    objectives: z.unknown(),
    latest_batch_call_id: z.string().nullable(),
  })
  .transform((row) => ({
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    userUpdatedAt: row.user_updated,
    agentUpdatedAt: row.agent_updated,
    lastAction: row.last_action,
    actionStatus: row.action_status,
    sessionStatus: row.session_status,
    lastUserMessageAt: row.last_user_msg_at,
    lastAgentMessageAt: row.last_agent_msg_at,
    lastOutboundAt: row.last_outbound_at,
    nextReminderAt: row.next_reminder_at,
    reminderCount: row.reminder_count,
    timeZone: row.tz,
    campaign: row.campaign,
    objectives: row.objectives,
    latestBatchCallId: row.latest_batch_call_id,
  }))

const callSchema = z
  .object({
    call_id: z.string(),
    status: z.string().nullable(),
    called_at: z.string().nullable(),
    duration_seconds: z.string().nullable(),
    transcript: z.string().nullable(),
    recording_url: z.string().nullable(),
    analysis: z.unknown(),
    batch_call_id: z.string().nullable(),
  })
  .transform((row) => ({
    callId: row.call_id,
    status: row.status,
    calledAt: row.called_at,
    durationSeconds: row.duration_seconds === null ? null : Number(row.duration_seconds),
    transcript: row.transcript,
    recordingUrl: row.recording_url,
    analysis: row.analysis,
    batchCallId: row.batch_call_id,
  }))

const eventSchema = z
  .object({
    id: z.int(),
    objective: z.string().nullable(),
    old_value: z.unknown(),
    new_value: z.unknown(),
    source: z.string().nullable(),
    occurred_at: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    objective: row.objective,
    oldValue: row.old_value,
    newValue: row.new_value,
    source: row.source,
    occurredAt: row.occurred_at,
  }))

/** An item without its campaign's template, which the answer holds once for all. */
const sessionItemSchema = z
  .object({
    session: z.string(),
    aliases: z.array(z.string()),
    messages_from: z.int().nullable(),
    messages_to: z.int().nullable(),
    last_part: z.boolean(),
    messages: z.array(messageSchema),
    info: infoSchema.nullable(),
    campaigns: z.array(z.string()),
    numbers: z.array(z.string()),
    calls: z.array(callSchema),
    events: z.array(eventSchema),
    template_of: z.string().nullable(),
    gone: z.boolean(),
  })
  .transform((row) => ({
    /** The session's id without the suffix that n8n's memory node may add. */
    session: row.session,
    /** Ids that differ from it under which its first and its last message stand. */
    aliases: row.aliases,
    /**
     * A mirror's messages of this session from this id on, up to and with `messagesTo` (null: the
     * end), are to be replaced by `messages`. Null: its messages have not changed.
     */
    messagesFrom: row.messages_from,
    messagesTo: row.messages_to,
    /** False where the chat goes on in the next page, which begins with the same session. */
    lastPart: row.last_part,
    /** In the order of the conversation. */
    messages: row.messages,
    /** The session_info row; null where other tables alone name the session. */
    info: row.info,
    /** Every campaign that names it. */
    campaigns: row.campaigns,
    numbers: row.numbers,
    calls: row.calls,
    events: row.events,
    templateOf: row.template_of,
    /** True where no table names it any more. */
    gone: row.gone,
  }))

export type SessionItem = Omit<z.infer<typeof sessionItemSchema>, 'templateOf'> & {
  /** campaign_info's `objectives_template` of its campaign, for the values' types; else null. */
  readonly objectivesTemplate: unknown
}
export type BackendCall = SessionItem['calls'][number]
export type BackendEvent = SessionItem['events'][number]

/** An item that can't be read. `reason` names fields and types, never contents. */
export type ItemFault = {
  readonly session: string | null
  readonly reason: string
  readonly raw: unknown
}

/** Reads each item by itself, so that one that can't be read never stops the others. */
export function parseSessionItems(
  rawItems: readonly unknown[],
  templates: Readonly<Record<string, unknown>>,
): { readonly items: SessionItem[]; readonly faults: ItemFault[] } {
  const items: SessionItem[] = []
  const faults: ItemFault[] = []
  for (const raw of rawItems) {
    const parsed = sessionItemSchema.safeParse(raw)
    if (parsed.success) {
      const { templateOf, ...item } = parsed.data
      const objectivesTemplate = templateOf === null ? null : (templates[templateOf] ?? null)
      items.push({ ...item, objectivesTemplate })
    } else {
      faults.push({ session: readSession(raw), reason: z.prettifyError(parsed.error), raw })
    }
  }
  return { items, faults }
}

function readSession(raw: unknown): string | null {
  return z.object({ session: z.string() }).safeParse(raw).data?.session ?? null
}
