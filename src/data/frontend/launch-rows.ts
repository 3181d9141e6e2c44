/** What the launch functions of the database answer, parsed into the engine's words. */
import { z } from 'zod'
import { CHANNELS } from '../../domain/campaign/channel.ts'
import { jsonText } from './json-text.ts'

const objectiveSchema = z.object({
  type: z.enum(['boolean', 'number', 'string']),
  description: z.string(),
})

export const claimedBatchRow = z.object({
  batchId: z.uuid(),
  campaignId: z.uuid(),
  claim: z.string(),
  attempts: z.number(),
  payload: jsonText.pipe(
    z.object({
      campaign: z.string(),
      job_description: z.string(),
      objectives: z.record(z.string(), objectiveSchema),
    }),
  ),
  tasks: z.array(
    z
      .object({ recipient_id: z.uuid(), session: z.string(), phone_number: z.string() })
      .transform((task) => ({
        recipientId: task.recipient_id,
        session: task.session,
        phoneNumber: task.phone_number,
      })),
  ),
})

export const startedRow = z.object({
  campaignId: z.uuid(),
  state: z.enum(['running', 'paused']),
  joined: z.number(),
  left: z.number(),
})

export const testSendRow = z.object({ campaign: z.string(), session: z.string() })

export const openBatchRow = z.object({
  batchId: z.uuid(),
  campaignId: z.uuid(),
  claim: z.string(),
  sessions: z.array(z.string()),
})

export const reconcileRow = z
  .object({
    result: z.enum(['ok', 'lost']),
    next: z.enum(['done', 'later', 'moved', 'needs_decision']).optional(),
    confirmed: z.number().default(0),
    missing: z.number().default(0),
  })
  .transform(({ next, confirmed, missing }) => ({
    next: next ?? ('lost' as const),
    confirmed,
    missing,
  }))

export const commandRow = z.object({ id: z.uuid(), sessionId: z.string(), attempts: z.number() })

const ruleSchema = z.object({
  position: z.number(),
  objectiveKey: z.string(),
  status: z.string(),
  rank: z.number(),
  isRefusal: z.boolean(),
})

export const sourceRow = z.object({
  campaignId: z.uuid(),
  digest: z.string(),
  slug: z.string(),
  uid: z.string(),
  channels: z.array(z.enum(CHANNELS)),
  job: z.object({
    title: z.string(),
    company: z.string(),
    location: z.string(),
    employmentType: z.string(),
    salaryRange: z.string(),
    description: z.string(),
  }),
  targets: z.array(
    z.object({
      objectiveKey: z.string(),
      name: z.string(),
      goalType: z.enum(['text', 'number', 'boolean']),
      description: z.string(),
      columnKey: z.string().nullable(),
    }),
  ),
  matrices: z.array(
    z.object({
      objectiveKey: z.string(),
      name: z.string(),
      whatsappMessage: z.string(),
      callScript: z.string(),
    }),
  ),
  columns: z.array(z.object({ key: z.string(), position: z.number() })),
  rules: z.array(ruleSchema),
})

export const launchResultRow = z.union([
  z.object({
    result: z.enum(['launched', 'repeated']),
    launchId: z.uuid(),
    planned: z.number(),
    state: z.string(),
  }),
  z.object({
    result: z.literal('changed'),
    preview: z.unknown(),
    difference: z.record(z.string(), z.object({ seen: z.number(), now: z.number() })),
  }),
])
