import type { BackendClient } from '../data/backend/client.ts'
import { readFeed } from '../data/backend/feed.ts'
import { readSessions } from '../data/backend/sessions.ts'
import type { FrontendClient } from '../data/frontend/bridge-clients.ts'
import { applySync, beginRecipientSync, beginSync, failSync } from '../data/frontend/sync-store.ts'
import type { SyncPorts } from '../sync/run-tick.ts'

/** The sync's ports over the APIs of both databases. */
export function createSyncPorts(frontend: FrontendClient, backend: BackendClient): SyncPorts {
  return {
    backend: {
      readFeed: (cursor, sessions) => readFeed(backend, cursor, { sessions }),
      readSessions: (sessions, afterChat) => readSessions(backend, sessions, { afterChat }),
    },
    frontend: {
      begin: (owner, trigger, force) => beginSync(frontend, owner, trigger, force),
      beginRecipient: (recipientId) => beginRecipientSync(frontend, recipientId),
      apply: (apply) => applySync(frontend, apply),
      fail: (failure) => failSync(frontend, failure),
    },
  }
}
