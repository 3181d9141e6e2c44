/** What a tick would change, and reading everything anew: for the bridge's service role. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import type { Json } from './database.types.ts'
import { toApplyRows } from './sync-payload.ts'
import type { PageApply } from './sync-store.ts'

const standingSchema = z.object({
  cursor: z.record(z.string(), z.json()).nullable(),
  version: z.number(),
})

/** Where the sync stands now. */
export async function readSyncStanding(
  client: FrontendClient,
): Promise<z.infer<typeof standingSchema>> {
  const answer = await client
    .from('sync_cursors')
    .select('cursor, version')
    .eq('id', 'backend')
    .single()
  return standingSchema.parse(unwrap(answer))
}

/** What applying the page would do, as the actor may see it; nothing of it is done. */
export async function previewApply(
  client: FrontendClient,
  actorId: string,
  apply: PageApply,
): Promise<unknown> {
  const { sessions, setAside, ...tick } = apply
  const payload = { ...tick, ...toApplyRows({ sessions, setAside }) }
  // Plain data that came from JSON: the compiler can't see that it is nothing else.
  const args = { p_actor: actorId, p_apply: payload as unknown as Json }
  return unwrap(await client.rpc('sync_preview', args))
}

/** The next tick reads everything anew. */
export async function restartSync(client: FrontendClient, actorId: string): Promise<void> {
  unwrap(await client.rpc('sync_restart', { p_actor: actorId }))
}
