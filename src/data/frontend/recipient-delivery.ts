/** What exactly was sent for one recipient, and what the agents' side answered. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { jsonText } from './json-text.ts'
import { BATCH_STATES } from './launches.ts'
import { requireRow } from './require-row.ts'

const deliverySchema = z.object({
  /** What every POST of the launch carries besides its tasks. */
  payload: jsonText.nullable(),
  task: z.object({ session: z.string(), phone_number: z.string() }).nullable(),
  batch: z
    .object({
      /** Also the webhook-id under which the body was signed. */
      id: z.uuid(),
      position: z.number(),
      state: z.enum(BATCH_STATES),
      attempts: z.number(),
      firstPostedAt: z.string().nullable(),
      lastStatus: z.number().nullable(),
      lastCode: z.string().nullable(),
      /** SHA-256 of the signed body as hex. */
      payloadHash: z.string().nullable(),
      acknowledgement: z.unknown(),
      /** How many tasks the batch carries. */
      tasks: z.number(),
    })
    .nullable(),
  /** What a person decided about them where nobody knew; null without such a decision. */
  decision: z
    .object({ action: z.enum(['take-as-sent', 'retry']), at: z.string(), who: z.string() })
    .nullable(),
})
export type RecipientDelivery = z.infer<typeof deliverySchema>

/** One recipient's part of the outbox; AppError `not-found` where it is not visible. */
export async function getRecipientDelivery(
  client: FrontendClient,
  recipientId: string,
): Promise<RecipientDelivery> {
  const answer = unwrap(await client.rpc('recipient_delivery', { p_recipient: recipientId }))
  return deliverySchema.parse(requireRow(answer))
}
