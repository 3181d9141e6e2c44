/** Which sessions a recipient's conversation is in, for a look at the backend. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const answerSchema = z
  .object({ reason: z.string().nullable(), sessions: z.array(z.string()) })
  .transform(({ reason, sessions }) => ({
    sessions,
    /** Why the sync is paused; null while it isn't. */
    syncPaused: reason,
  }))

/** Reads only, so the sync's being paused doesn't matter. For the bridge. */
export async function findRecipientSessions(
  client: FrontendClient,
  recipientId: string,
): Promise<z.infer<typeof answerSchema>> {
  const answer = await client.rpc('sync_begin_recipient', { p_recipient: recipientId })
  return answerSchema.parse(unwrap(answer))
}
