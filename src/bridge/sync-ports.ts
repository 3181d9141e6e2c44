import type { BackendClient } from '../data/backend/client.ts'
import { readFeed } from '../data/backend/feed.ts'
import { readSessions } from '../data/backend/sessions.ts'
import { LOG_INCOMPLETE, readSweepCursor } from '../data/backend/sweep/sweep-cursor.ts'
import { readSweep } from '../data/backend/sweep/sweep-feed.ts'
import { orPlainly } from '../data/backend/sweep/without-functions.ts'
import { backendStatus } from '../data/backend/upkeep.ts'
import type { FrontendClient } from '../data/frontend/bridge-clients.ts'
import {
  applySync,
  beginRecipientSync,
  beginSync,
  failSync,
  listHeldSessions,
} from '../data/frontend/sync-store.ts'
import type { BackendPort } from '../sync/ports.ts'
import type { SyncPorts } from '../sync/run-tick.ts'
import { checkContractFirst } from './contract-check.ts'

/** `auto`: the change log where it is installed and all changes are logged, else the sweep. */
export const BACKEND_FEEDS = ['auto', 'log', 'sweep'] as const
export type BackendFeed = (typeof BACKEND_FEEDS)[number]

/** The sync's ports over the APIs of both databases; the backend's tables are looked at first. */
export function createSyncPorts(
  frontend: FrontendClient,
  backend: BackendClient,
  feed: BackendFeed = 'auto',
): SyncPorts {
  const readLog: BackendPort['readFeed'] = (cursor, sessions) =>
    readFeed(backend, cursor, { sessions })
  const sweepFor = (logFault: typeof LOG_INCOMPLETE | null): BackendPort['readFeed'] => {
    return (cursor, sessions) =>
      readSweep(
        backend,
        (after, limit, ids) => listHeldSessions(frontend, after, limit, ids),
        cursor,
        sessions,
        logFault,
      )
  }
  const sweep = sweepFor(null)
  const readWhatIsLogged: BackendPort['readFeed'] = async (cursor, sessions) => {
    // While it is swept, all that matters is whether everything is logged again; if so, the walk
    // that makes good what was missed begins with this page.
    const page = await readLog(cursor, readSweepCursor(cursor) === null ? sessions : 1)
    return page.triggersOk ? page : sweepFor(LOG_INCOMPLETE)(cursor, sessions)
  }
  const feeds: Record<BackendFeed, BackendPort['readFeed']> = {
    log: readLog,
    sweep,
    auto: (cursor, sessions) =>
      orPlainly(
        () => readWhatIsLogged(cursor, sessions),
        () => sweep(cursor, sessions),
      ),
  }
  return {
    backend: checkContractFirst(
      {
        readFeed: feeds[feed],
        readSessions: (sessions, afterChat) => readSessions(backend, sessions, { afterChat }),
      },
      () => backendStatus(backend),
    ),
    frontend: {
      begin: (owner, trigger, force) => beginSync(frontend, owner, trigger, force),
      beginRecipient: (recipientId) => beginRecipientSync(frontend, recipientId),
      apply: (apply) => applySync(frontend, apply),
      fail: (failure) => failSync(frontend, failure),
    },
  }
}
