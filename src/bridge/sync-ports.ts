import type { BackendClient } from '../data/backend/client.ts'
import { readFeed } from '../data/backend/feed.ts'
import { readSessions } from '../data/backend/sessions.ts'
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

/** `auto`: the change log where it is installed, else the sweep. */
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
  const sweep: BackendPort['readFeed'] = (cursor, sessions) =>
    readSweep(
      backend,
      (after, limit, ids) => listHeldSessions(frontend, after, limit, ids),
      cursor,
      sessions,
    )
  const feeds: Record<BackendFeed, BackendPort['readFeed']> = {
    log: readLog,
    sweep,
    auto: (cursor, sessions) =>
      orPlainly(
        () => readLog(cursor, sessions),
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
