import type { BackendClient } from '../../src/data/backend/client.ts'
import { readSweep } from '../../src/data/backend/sweep/sweep-feed.ts'
import { applyPage, type BackendMirror } from './backend-mirror.ts'

/** One tick of the sweep into a mirror: pages until there are no more. */
export async function sweepInto(
  mirror: BackendMirror,
  client: BackendClient,
  pageSessions = 1000,
): Promise<void> {
  const held = (after: string | null, limit: number, ids: readonly string[]) => {
    const ours = [...mirror.sessions.keys()].toSorted()
    return Promise.resolve({
      held: ours.filter((id) => after === null || id > after).slice(0, limit),
      unknown: ids.filter((id) => !mirror.sessions.has(id)),
    })
  }
  for (;;) {
    const page = await readSweep(client, held, mirror.cursor, pageSessions)
    applyPage(mirror, { ...page, now: '' })
    if (!page.more) return
  }
}
