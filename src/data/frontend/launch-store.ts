/**
 * The ledger and the outbox as the launch engine uses them: one function of the database each.
 * Needs the service client; `src/launch/ports.ts` says what each promises. All times and all
 * decisions are the database's.
 */
import { z } from 'zod'
import { AppError } from '../../lib/app-error.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import type { Json } from './database.types.ts'
import {
  claimedBatchRow,
  commandRow,
  launchResultRow,
  openBatchRow,
  reconcileRow,
  sourceRow,
  startedRow,
  testSendRow,
} from './launch-rows.ts'

type ClaimRef = { readonly batchId: string; readonly claim: string }

function read<Schema extends z.ZodType>(schema: Schema, data: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  throw new AppError('contract', 'The database answered in a form this version does not know.', {
    code: 'answer_shape',
    cause: parsed.error,
    hint: 'Ask your admin to apply the newest migrations.',
  })
}

/** A value that is JSON, for an argument of type jsonb. */
function json(value: unknown): Json {
  return value as Json
}

const beginRow = z.object({ result: z.enum(['go', 'held', 'changed', 'lost']) })
const finishRow = z.object({ result: z.enum(['ok', 'lost']), state: z.string().optional() })

/** Every method throws AppError where the database can't be reached or refuses. */
export function createLaunchStore(client: FrontendClient) {
  return {
    readSource: async (campaignId: string) =>
      read(sourceRow, unwrap(await client.rpc('campaign_source', { p_campaign: campaignId }))),

    launch: async (request: {
      readonly campaignId: string
      readonly actorId: string
      readonly previewHash: string
      readonly sourceDigest: string
      readonly payload: unknown
      readonly rules: readonly unknown[]
    }) =>
      read(
        launchResultRow,
        unwrap(
          await client.rpc('launch_campaign', {
            p_campaign: request.campaignId,
            p_actor: request.actorId,
            p_preview_hash: request.previewHash,
            p_source_digest: request.sourceDigest,
            p_payload: json(request.payload),
            p_rules: json(request.rules),
          }),
        ),
      ),

    startCampaign: async () =>
      read(startedRow.nullable(), unwrap(await client.rpc('start_campaign'))),

    beginTestSend: async (test: {
      readonly campaignId: string
      readonly actorId: string
      readonly phone: string
    }) =>
      read(
        testSendRow,
        unwrap(
          await client.rpc('begin_test_send', {
            p_campaign: test.campaignId,
            p_actor: test.actorId,
            p_phone: test.phone,
          }),
        ),
      ),

    claimBatches: async (workerId: string, limit: number) =>
      read(
        z.array(claimedBatchRow),
        unwrap(await client.rpc('claim_batches', { p_worker: workerId, p_limit: limit })),
      ),

    settleExisting: async ({ batchId, claim }: ClaimRef, existing: readonly string[]) =>
      read(
        claimedBatchRow.nullable(),
        unwrap(
          await client.rpc('settle_existing', {
            p_batch: batchId,
            p_claim: claim,
            p_existing: [...existing],
          }),
        ),
      ),

    releaseBatch: async ({ batchId, claim }: ClaimRef, code: string, delaySeconds: number) => {
      unwrap(
        await client.rpc('release_batch', {
          p_batch: batchId,
          p_claim: claim,
          p_code: code,
          p_delay_seconds: delaySeconds,
        }),
      )
    },

    beginPost: async ({ batchId, claim }: ClaimRef, payloadHash: string) =>
      read(
        beginRow,
        unwrap(
          await client.rpc('begin_post', {
            p_batch: batchId,
            p_claim: claim,
            p_payload_hash: payloadHash,
          }),
        ),
      ).result,

    finishPost: async ({ batchId, claim }: ClaimRef, outcome: object) => {
      const answer = read(
        finishRow,
        unwrap(
          await client.rpc('finish_post', {
            p_batch: batchId,
            p_claim: claim,
            p_outcome: json(outcome),
          }),
        ),
      )
      return answer.state ?? answer.result
    },

    dueReconciles: async (workerId: string, limit: number) =>
      read(
        z.array(openBatchRow),
        unwrap(await client.rpc('due_reconciles', { p_worker: workerId, p_limit: limit })),
      ),

    reconcileBatch: async (
      { batchId, claim }: ClaimRef,
      existing: readonly string[],
      receiver: string,
    ) =>
      read(
        reconcileRow,
        unwrap(
          await client.rpc('reconcile_batch', {
            p_batch: batchId,
            p_claim: claim,
            p_existing: [...existing],
            p_receiver: receiver,
          }),
        ),
      ),

    claimCommands: async (limit: number) =>
      read(z.array(commandRow), unwrap(await client.rpc('claim_commands', { p_limit: limit }))),

    finishCommands: async (done: readonly string[], failed: readonly object[]) => {
      unwrap(await client.rpc('finish_commands', { p_done: [...done], p_failed: json(failed) }))
    },

    finishCampaigns: async () => read(z.number(), unwrap(await client.rpc('finish_campaigns'))),

    recordReceiverTest: async (test: {
      readonly actorId: string
      readonly receiver: string
      readonly idempotent: boolean
      readonly code: string
    }) => {
      unwrap(
        await client.rpc('record_receiver_test', {
          p_actor: test.actorId,
          p_receiver: test.receiver,
          p_idempotent: test.idempotent,
          p_code: test.code,
        }),
      )
    },

    /** Pause, resume, stop, complete or back to a draft; repeating what is so already changes nothing. */
    setCampaignState: async (
      campaignId: string,
      actorId: string,
      action: 'pause' | 'resume' | 'stop' | 'complete' | 'unschedule',
    ) =>
      read(
        stateRow,
        unwrap(
          await client.rpc('set_campaign_state', {
            p_campaign: campaignId,
            p_actor: actorId,
            p_action: action,
          }),
        ),
      ),

    /** Sends again what failed, or what a person decided to send again. */
    retryCampaign: async (
      campaignId: string,
      actorId: string,
      scope: 'failed' | 'needs-decision',
    ) =>
      read(
        retryRow,
        unwrap(
          await client.rpc('retry_campaign', {
            p_campaign: campaignId,
            p_actor: actorId,
            p_scope: scope,
          }),
        ),
      ),

    /** Counts whom nobody knows about as sent, by a person's decision. */
    takeAsSent: async (campaignId: string, actorId: string) =>
      read(
        takenRow,
        unwrap(await client.rpc('take_as_sent', { p_campaign: campaignId, p_actor: actorId })),
      ),
  }
}

const stateRow = z.object({
  state: z.string(),
  changed: z.boolean(),
  /** Conversations that go on, as far as the sync has seen. */
  activeConversations: z.number(),
})

const takenRow = z.object({ taken: z.number() })
const retryRow = z.object({ retried: z.number(), state: z.string() })
