/** What admins ask of the bridge: the webhook's state and test, the switch of all sending, accounts. */
import { z } from 'zod'
import type { BridgeClient } from './client.ts'

const serviceSchema = z.object({
  webhook: z.object({
    host: z.string(),
    receiver: z.string(),
    /** The last four characters. */
    secretEndsIn: z.string(),
    /** What became of the last batch that was posted; null before the first one. */
    lastAnswer: z
      .object({ code: z.string().nullable(), status: z.number().nullable(), at: z.string() })
      .nullable()
      .default(null),
  }),
  backend: z.object({
    reachable: z.boolean(),
    ok: z.boolean(),
    missing: z.array(z.string()).default([]),
  }),
  settings: z.object({
    sending: z.looseObject({ pausedReason: z.string().default('') }).optional(),
    receiver: z.looseObject({}).optional(),
  }),
})
export type Service = z.infer<typeof serviceSchema>

/** Where batches are posted to, and how the agents' database fares. */
export function getService(bridge: BridgeClient) {
  return bridge.request('get', 'service', serviceSchema)
}

const connectionSchema = z.object({
  accepted: z.boolean(),
  seen: z.boolean(),
  idempotent: z.boolean(),
  code: z.string(),
  /** What was found, then what to do. */
  message: z.string(),
  hint: z.string(),
})
export type ConnectionReport = z.infer<typeof connectionSchema>

/** @param phone one's own number, in E.164: it is really contacted, once */
export function runConnectionTest(bridge: BridgeClient, phone: string) {
  return bridge.request('post', 'service/connection-test', connectionSchema, { phone })
}

const pausedSchema = z.object({ paused: z.boolean() })

/** Pauses all sending of all campaigns, or lets it go on. */
export function setSendingPaused(bridge: BridgeClient, reason: string | null) {
  return bridge.request(
    'post',
    `service/sending/${reason === null ? 'resume' : 'pause'}`,
    pausedSchema,
    reason === null ? {} : { reason },
  )
}

const accountSchema = z.object({
  id: z.uuid(),
  /** Made up for them, shown once; null where the account was there already. */
  password: z.string().nullable(),
})
export type NewAccount = {
  readonly email: string
  readonly fullName: string
  readonly role: string
  readonly officeIds: readonly string[]
}

/** Gives somebody access. */
export function createAccount(bridge: BridgeClient, account: NewAccount) {
  return bridge.request('post', 'accounts', accountSchema, account)
}

/** Makes up another password for an account and answers it, once. */
export function resetPassword(bridge: BridgeClient, accountId: string) {
  return bridge.request('post', `accounts/${accountId}/password`, accountSchema, {})
}
