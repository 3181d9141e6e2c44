/** How long conversations and people are kept: off until an admin confirms what a preview shows. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

/** Months after a campaign's end, and after anything was last heard of or done about a person. */
export type RetentionPeriods = {
  readonly conversationMonths: number
  readonly inactiveMonths: number
}

/** What is proposed while nothing was confirmed. */
export const DEFAULT_RETENTION: RetentionPeriods = { conversationMonths: 12, inactiveMonths: 24 }

const settingSchema = z.object({
  value: z.object({
    enabled: z.boolean(),
    conversationMonths: z.number(),
    inactiveMonths: z.number(),
    confirmedAt: z.string(),
  }),
  updated_by: z.uuid().nullable(),
})
export type Retention = RetentionPeriods & {
  readonly enabled: boolean
  readonly confirmedAt: string
  /** The admin who confirmed it, or turned it off. */
  readonly changedBy: string | null
}

/** The present setting, or null where retention was never confirmed. Everybody who is signed in may read it. */
export async function findRetention(client: FrontendClient): Promise<Retention | null> {
  const row = unwrap(
    await client.from('settings').select('value, updated_by').eq('key', 'retention').maybeSingle(),
  )
  if (row === null) return null
  const { value, updated_by } = settingSchema.parse(row)
  return { ...value, changedBy: updated_by }
}

const previewSchema = z.object({
  conversations: z.object({
    count: z.number(),
    messages: z.number(),
    calls: z.number(),
    /** The campaigns that ended first, at most twenty. */
    examples: z.array(
      z.object({
        campaignId: z.uuid(),
        name: z.string(),
        finishedAt: z.string(),
        /** Conversations of this campaign. */
        count: z.number(),
      }),
    ),
  }),
  people: z.object({
    count: z.number(),
    /** Those inactive for longest, at most twenty. */
    examples: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        phone: z.string().nullable(),
        lastActiveAt: z.string(),
      }),
    ),
  }),
  at: z.string(),
})
export type RetentionPreview = z.infer<typeof previewSchema>

function toArgs(periods: RetentionPeriods) {
  return {
    p_conversation_months: periods.conversationMonths,
    p_inactive_months: periods.inactiveMonths,
  }
}

/** What would go now with these periods; nothing of it is done. For admins. */
export async function previewRetention(
  client: FrontendClient,
  periods: RetentionPeriods,
): Promise<RetentionPreview> {
  return previewSchema.parse(unwrap(await client.rpc('preview_retention', toArgs(periods))))
}

const confirmAnswerSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('ok') }),
  z.object({ result: z.literal('changed'), preview: previewSchema }),
])
/** `changed`: other counts by now, so nothing was turned on; show the preview and ask again. */
export type RetentionAnswer = z.infer<typeof confirmAnswerSchema>

/** Turns retention on, or changes its periods, as an admin saw it in the preview. */
export async function confirmRetention(
  client: FrontendClient,
  periods: RetentionPeriods,
  seen: RetentionPreview,
): Promise<RetentionAnswer> {
  const args = {
    ...toArgs(periods),
    p_seen_conversations: seen.conversations.count,
    p_seen_people: seen.people.count,
  }
  return confirmAnswerSchema.parse(unwrap(await client.rpc('confirm_retention', args)))
}

/** Nothing more goes from now on; what went does not come back. For admins. */
export async function turnOffRetention(client: FrontendClient): Promise<void> {
  unwrap(await client.rpc('turn_off_retention'))
}
