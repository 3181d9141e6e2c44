/** The change feed: what others changed since one last asked. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { Json } from './database.types.ts'
import type { FrontendClient } from './bridge-clients.ts'

const feedSchema = z.object({
  /** Opaque; goes into the next call. */
  cursor: z.unknown(),
  /** Refresh everything on screen. */
  reload: z.boolean(),
  changes: z.array(
    z.object({
      entity: z.string(),
      id: z.uuid().nullable(),
      parent: z.uuid().nullable(),
      change: z.enum(['insert', 'update', 'delete', 'reload']),
    }),
  ),
})
export type ChangeFeed = z.infer<typeof feedSchema>
export type Change = ChangeFeed['changes'][number]

/** What changed since `cursor`; null asks for the present cursor only. */
export async function pollChanges(client: FrontendClient, cursor: unknown): Promise<ChangeFeed> {
  const answer = await client.rpc(
    'poll_changes',
    cursor === null ? {} : { p_cursor: cursor as Json },
  )
  return feedSchema.parse(unwrap(answer))
}
