/** Whether the backend is what Rollcall relies on, and the upkeep of our part in it. */
import { z } from 'zod'
import { isAppError } from '../../lib/app-error.ts'
import { SCHEMA_DRIFT, unreadableAnswer, unwrapBackend } from './backend-error.ts'
import type { BackendClient } from './client.ts'
import { isNotInstalled, orPlainly } from './sweep/without-functions.ts'

/** The agents' seven tables and the columns of them that Rollcall reads. */
export const BACKEND_COLUMNS = {
  session_info:
    'session_id, created_at, updated_at, user_updated, agent_updated, last_action, action_status, session_status, last_user_msg_at, last_agent_msg_at, last_outbound_at, next_reminder_at, reminder_count, tz, campaign, objectives, latest_batch_call_id',
  chat_history: 'id, session_id, message',
  call_info:
    'call_id, status, called_at, duration, transcript, recording_url, analysis, session_id, batch_call_id',
  campaign_info:
    'campaign, job_info, objectives_template, prompt_chat, prompt_call, first_message_chat, first_message_call, start, end',
  campaigns: 'session_id, campaign',
  numbers: 'session_id, phone_number',
  session_objective_events: 'id, session_id, objective, old_value, new_value, source, occurred_at',
} as const

export type BackendTable = keyof typeof BACKEND_COLUMNS

export const BACKEND_TABLE_NAMES = Object.keys(BACKEND_COLUMNS) as BackendTable[]

const statusSchema = z
  .object({
    ok: z.boolean(),
    missing: z.array(z.string()),
    triggers_missing: z.int(),
    indexes_missing: z.int(),
    version: z.int(),
    now: z.string(),
    started_at: z.string(),
    log_lines: z.int(),
    oldest_at: z.string().nullable(),
    newest_at: z.string().nullable(),
    pruned_to: z.int(),
  })
  .transform((row) => ({
    installed: true as const,
    /** False where anything below is missing. */
    ok: row.ok,
    /** Tables and columns that are missing or of another type, each in words. */
    missing: row.missing,
    triggersMissing: row.triggers_missing,
    indexesMissing: row.indexes_missing,
    version: row.version,
    now: row.now,
    /** When the backend's PostgreSQL started. */
    startedAt: row.started_at,
    logLines: row.log_lines,
    oldestAt: row.oldest_at,
    newestAt: row.newest_at,
    prunedTo: row.pruned_to,
  }))

export type BackendStatus =
  | z.infer<typeof statusSchema>
  | { readonly installed: false; readonly ok: false; readonly missing: readonly string[] }

/**
 * How things stand at the backend. Without our part installed, only whether the seven tables are
 * there.
 *
 * @throws AppError where the backend can't be asked at all
 */
export async function backendStatus(client: BackendClient): Promise<BackendStatus> {
  const answer = await client.rpc('rollcall_status')
  try {
    const parsed = statusSchema.safeParse(unwrapBackend(answer))
    if (parsed.success) return parsed.data
    throw unreadableAnswer(parsed.error)
  } catch (error) {
    if (!isNotInstalled(error)) throw error
    return { installed: false, ok: false, missing: await listMissingParts(client) }
  }
}

/**
 * Which of the seven tables, or which first column of each, the backend lacks, asked without any
 * function of ours: 'table chat_history is missing', 'column session_info.tz is missing'.
 *
 * @throws AppError where the backend can't be asked at all
 */
export async function listMissingParts(client: BackendClient): Promise<string[]> {
  const found = await Promise.all(
    BACKEND_TABLE_NAMES.map(async (table) => {
      const answer = await client.from(table).select(BACKEND_COLUMNS[table]).limit(0)
      try {
        unwrapBackend(answer)
        return []
      } catch (error) {
        if (!isAppError(error, 'contract') || error.code !== SCHEMA_DRIFT) throw error
        return [error.detail ?? error.message]
      }
    }),
  )
  return found.flat()
}

/**
 * Deletes lines of the change log that are older than `keepDays`, one bounded slice.
 *
 * @returns how many, and whether there are more to delete
 * @throws AppError
 */
export async function pruneBackendLog(
  client: BackendClient,
  keepDays: number,
): Promise<{ readonly deleted: number; readonly more: boolean }> {
  return orPlainly(
    async () => {
      const answer = await client.rpc('rollcall_prune', { p_keep: `${keepDays} days` })
      const schema = z.object({ deleted: z.int(), more: z.boolean() })
      const parsed = schema.safeParse(unwrapBackend(answer))
      if (!parsed.success) throw unreadableAnswer(parsed.error)
      return parsed.data
    },
    () => Promise.resolve({ deleted: 0, more: false }), // without our part there is no log
  )
}
