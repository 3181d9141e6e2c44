/**
 * The sync's side of the frontend database: begin, apply, fail. For the bridge's service role only;
 * it fits `src/sync`'s FrontendPort. All throw AppError.
 */
import { z } from 'zod'
import { AppError } from '../../lib/app-error.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import type { Json } from './database.types.ts'
import { toApplyRows, type PageToApply } from './sync-payload.ts'

const cursorSchema = z.record(z.string(), z.json()).nullable()

const goSchema = z.object({
  state: z.literal('go'),
  run: z.string(),
  cursor: cursorSchema,
  version: z.number(),
  failing: z.boolean().default(false),
  unfinished: z.boolean().default(false),
  checkedAt: z.string().nullable().default(null),
})

const notNowSchemas = [
  z.object({ state: z.enum(['fresh', 'busy']) }),
  z.object({ state: z.literal('paused'), reason: z.string() }),
  z.object({
    state: z.literal('backing-off'),
    error: z.string().nullable(),
    retryAfterSeconds: z.number(),
  }),
] as const

const beginSchema = z.union([goSchema, ...notNowSchemas])
const beginRecipientSchema = z.union([
  goSchema.extend({ sessions: z.array(z.string()) }),
  ...notNowSchemas,
])

const count = z.number().default(0)
const applySchema = z.union([
  z.object({ result: z.literal('conflict'), version: z.number(), cursor: cursorSchema }),
  z.object({
    result: z.enum(['applied', 'partial']),
    version: z.number(),
    read: count,
    matched: count,
    unmatched: count,
    changed: count,
    cards: count,
    messages: count,
    calls: count,
    setAside: count,
  }),
])

type SyncCursor = z.infer<typeof cursorSchema>

export type PageApply = PageToApply & {
  readonly owner: string
  readonly run: string
  readonly trigger: string
  readonly mode: string
  readonly requests: number
  readonly version: number
  readonly cursor: SyncCursor
  readonly next?: SyncCursor | undefined
  readonly finished: boolean
  readonly more: boolean
  readonly restored: boolean
  readonly range: { readonly after: string | null; readonly through: string | null } | null
  readonly present: readonly string[]
}

export type ApplyAnswer = z.infer<typeof applySchema>

/** Takes the lease and the cursor, or says why there is no tick now. */
export async function beginSync(
  client: FrontendClient,
  owner: string,
  trigger: string,
  force: boolean,
): Promise<z.infer<typeof beginSchema>> {
  const args = { p_owner: owner, p_trigger: trigger, p_force: force }
  return read(beginSchema, unwrap(await client.rpc('sync_begin', args)))
}

/** The sessions of one recipient, and what an apply of them must find. */
export async function beginRecipientSync(
  client: FrontendClient,
  recipientId: string,
): Promise<z.infer<typeof beginRecipientSchema>> {
  const answer = await client.rpc('sync_begin_recipient', { p_recipient: recipientId })
  return read(beginRecipientSchema, unwrap(answer))
}

/** A page and the cursor behind it, in one transaction or not at all. */
export async function applySync(client: FrontendClient, apply: PageApply): Promise<ApplyAnswer> {
  const { sessions, setAside, ...tick } = apply
  const payload = { ...tick, ...toApplyRows({ sessions, setAside }) }
  // Plain data that came from JSON: the compiler can't see that it is nothing else.
  const answer = await client.rpc('sync_apply', { p_apply: payload as unknown as Json })
  return read(applySchema, unwrap(answer))
}

export type SyncFailure = {
  readonly owner: string
  readonly run: string
  readonly code: string
  /** Names what the code is about; nothing personal. */
  readonly detail: string | null
  /** What the tick's begin answered. */
  readonly checkedAt: string | null
  readonly retryAfterSeconds: number
}

/** Ends a tick that failed: frees its lease, keeps the code, makes automatic ticks wait. */
export async function failSync(client: FrontendClient, failure: SyncFailure): Promise<void> {
  const args = {
    p_owner: failure.owner,
    p_code: failure.code,
    p_run: failure.run,
    // The generated types know no null arguments.
    p_checked_at: failure.checkedAt as string,
    p_retry_after_seconds: Math.ceil(failure.retryAfterSeconds),
    p_detail: failure.detail as string,
  }
  unwrap(await client.rpc('sync_fail', args))
}

function read<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new AppError('contract', "The frontend database's answer can not be read.", {
    cause: parsed.error,
    code: 'sync_answer_unreadable',
    hint: 'Apply the newest migrations to the frontend database.',
  })
}

const heldSchema = z.object({ held: z.array(z.string()), unknown: z.array(z.string()) })

/**
 * The next sessions that we hold after one (null: from the start), and which of `ids` we don't:
 * what the sweep of a backend without a change log goes by.
 *
 * @throws AppError
 */
export async function listHeldSessions(
  client: FrontendClient,
  after: string | null,
  limit: number,
  ids: readonly string[],
): Promise<z.infer<typeof heldSchema>> {
  const args = { p_after: after as string, p_limit: limit, p_ids: [...ids] }
  return read(heldSchema, unwrap(await client.rpc('sync_held_sessions', args)))
}
