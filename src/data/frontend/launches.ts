/** The outbox of a launch as recruiters watch it: what was sent off, and how far its batches are. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

export const BATCH_STATES = [
  'waiting',
  'sending',
  'unconfirmed',
  'confirmed',
  'failed',
  'closed',
] as const

const launchRow = z
  .object({
    id: z.uuid(),
    requested_by: z.uuid().nullable(),
    payload: z.unknown(),
    created_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    requestedBy: row.requested_by,
    /** What every POST carries besides its tasks. */
    payload: row.payload,
    createdAt: row.created_at,
  }))
export type Launch = z.infer<typeof launchRow>

const batchRow = z
  .object({
    id: z.uuid(),
    position: z.number(),
    state: z.enum(BATCH_STATES),
    attempts: z.number(),
    next_attempt_at: z.string(),
    first_posted_at: z.string().nullable(),
    last_status: z.number().nullable(),
    last_code: z.string().nullable(),
    reconcile_at: z.string().nullable(),
    reconciles: z.number(),
    moved_from: z.uuid().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
    campaign_candidates: z.array(z.object({ count: z.number() })),
  })
  .transform((row) => ({
    id: row.id,
    position: row.position,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    firstPostedAt: row.first_posted_at,
    /** HTTP status of the last answer. */
    lastStatus: row.last_status,
    /** Stable code of the last answer. */
    lastCode: row.last_code,
    reconcileAt: row.reconcile_at,
    reconciles: row.reconciles,
    /** The batch whose rest this one carries. */
    movedFrom: row.moved_from,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    recipientCount: row.campaign_candidates[0]?.count ?? 0,
  }))
export type Batch = z.infer<typeof batchRow>

const BATCH_COLUMNS =
  'id, position, state, attempts, next_attempt_at, first_posted_at, last_status, last_code, ' +
  'reconcile_at, reconciles, moved_from, created_at, updated_at, campaign_candidates(count)'

/** A campaign's launch, or null before it. */
export async function findLaunch(
  client: FrontendClient,
  campaignId: string,
): Promise<Launch | null> {
  const row = unwrap(
    await client
      .from('launches')
      .select('id, requested_by, payload, created_at')
      .eq('campaign_id', campaignId)
      .maybeSingle(),
  )
  return row === null ? null : launchRow.parse(row)
}

/** A campaign's batches in the order in which they are sent. */
export async function listBatches(
  client: FrontendClient,
  campaignId: string,
): Promise<readonly Batch[]> {
  const rows = unwrap(
    await client
      .from('launch_batches')
      .select(BATCH_COLUMNS)
      .eq('campaign_id', campaignId)
      .order('position')
      .order('created_at'),
  )
  return z.array(batchRow).parse(rows)
}
