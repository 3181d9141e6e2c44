import type { BackendClient } from '../data/backend/client.ts'
import { readFeed } from '../data/backend/feed.ts'
import { readSweepCursor } from '../data/backend/sweep/sweep-cursor.ts'
import { orPlainly } from '../data/backend/sweep/without-functions.ts'
import type { FrontendClient } from '../data/frontend/bridge-clients.ts'
import { readSyncStanding } from '../data/frontend/sync-preview.ts'

const SMALL_PAGE = { sessions: 1, bytes: 10_000 }

/**
 * Whether the backend is the one that the sync stands at, by the log's own marks. A sweep has none,
 * so of a backend without the log it is never sure.
 *
 * @throws AppError where either database can't be read
 */
export async function isBackendAsRead(
  frontend: FrontendClient,
  backend: BackendClient,
): Promise<boolean> {
  const { cursor } = await readSyncStanding(frontend)
  if (cursor === null) return true
  if (readSweepCursor(cursor) !== null) return false
  return orPlainly(
    async () => !(await readFeed(backend, cursor, SMALL_PAGE)).restored,
    () => Promise.resolve(false),
  )
}
