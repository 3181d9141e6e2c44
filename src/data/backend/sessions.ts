/**
 * Questions and orders about sessions of the backend that the caller names. Where our functions
 * aren't installed, they are asked of the tables themselves, in more requests.
 */
import { z } from 'zod'
import { unreadableAnswer, unwrapBackend } from './backend-error.ts'
import type { BackendClient } from './client.ts'
import { type ItemFault, parseSessionItems, type SessionItem } from './session-item.ts'
import { completePlainly, erasePlainly, listExistingPlainly } from './sweep/plain-sessions.ts'
import { readSessionStates } from './sweep/session-states.ts'
import { orPlainly } from './sweep/without-functions.ts'

const presentSchema = z.object({
  now: z.string(),
  templates: z.record(z.string(), z.unknown()),
  sessions: z.array(z.unknown()),
  rest: z.array(z.string()),
})

const completedSchema = z.object({
  completed: z.array(z.string()),
  unchanged: z.array(z.string()),
  missing: z.array(z.string()),
})

export type PresentSessions = {
  /** The backend's clock; null where nothing tells it. */
  readonly now: string | null
  readonly items: readonly SessionItem[]
  readonly faults: readonly ItemFault[]
  /** Sessions that no longer fitted, to be asked for next. */
  readonly rest: readonly string[]
}

/**
 * The present state of some sessions (at most 1,000 a call). Sessions that no table names come as
 * `gone`.
 *
 * @param options afterChat: only messages with a later id, default all; bytes: size of
 * the answer, default 4 MB. A chat whose `lastPart` is false goes on after its `messagesTo`.
 * @throws AppError
 */
export async function readSessions(
  client: BackendClient,
  sessions: readonly string[],
  options: { readonly afterChat?: number; readonly bytes?: number } = {},
): Promise<PresentSessions> {
  return orPlainly<PresentSessions>(
    async () => {
      const answer = await client.rpc('rollcall_sessions', {
        p_sessions: [...sessions],
        ...(options.afterChat === undefined ? {} : { p_after_chat: options.afterChat }),
        ...(options.bytes === undefined ? {} : { p_max_bytes: options.bytes }),
      })
      const present = readAnswer(presentSchema, unwrapBackend(answer))
      const { now, rest } = present
      return { now, rest, ...parseSessionItems(present.sessions, present.templates) }
    },
    async () => {
      const { done, items, faults } = await readSessionStates(client, sessions, options)
      return { now: null, rest: sessions.slice(done), items, faults }
    },
  )
}

/**
 * Which of these sessions any table names already, in one request for thousands of them. Asked
 * before each POST of a launch, and to reconcile what was sent.
 *
 * @throws AppError
 */
export async function listExistingSessions(
  client: BackendClient,
  sessions: readonly string[],
): Promise<ReadonlySet<string>> {
  return orPlainly(
    async () => {
      const answer = await client.rpc('rollcall_existing', { p_sessions: [...sessions] })
      return new Set(readAnswer(z.array(z.string()), unwrapBackend(answer)))
    },
    () => listExistingPlainly(client, sessions),
  )
}

export type CompletedSessions = z.infer<typeof completedSchema>

/**
 * Ends conversations: `session_status = 'completed', next_reminder_at = null`. Repeats harmlessly;
 * `missing` are those without a session_info row, which cannot be ended.
 *
 * @throws AppError
 */
export async function completeSessions(
  client: BackendClient,
  sessions: readonly string[],
): Promise<CompletedSessions> {
  return orPlainly(
    async () => {
      const answer = await client.rpc('rollcall_complete_sessions', { p_sessions: [...sessions] })
      return readAnswer(completedSchema, unwrapBackend(answer))
    },
    () => completePlainly(client, sessions),
  )
}

/**
 * Deletes every row of these sessions, the change log's mentions included. Repeats harmlessly.
 *
 * @returns rows deleted, by table
 * @throws AppError
 */
export async function eraseSessions(
  client: BackendClient,
  sessions: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  return orPlainly(
    async () => {
      const answer = await client.rpc('rollcall_erase_sessions', { p_sessions: [...sessions] })
      return readAnswer(z.record(z.string(), z.number()), unwrapBackend(answer))
    },
    () => erasePlainly(client, sessions),
  )
}

function readAnswer<Schema extends z.ZodType>(schema: Schema, data: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(data)
  if (!parsed.success) throw unreadableAnswer(parsed.error)
  return parsed.data
}
