/** The sync as the browser sees it: its state, the button, and one recipient's live conversation. */
import { z } from 'zod'
import type { BridgeClient } from './client.ts'

/** What one tick did. */
export const tickReportSchema = z.object({
  state: z.enum(['done', 'fresh', 'busy', 'paused', 'failed', 'conflict']),
  mode: z.string().default('log'),
  read: z.number().default(0),
  matched: z.number().default(0),
  unmatched: z.number().default(0),
  changed: z.number().default(0),
  cards: z.number().default(0),
  messages: z.number().default(0),
  calls: z.number().default(0),
  setAside: z.number().default(0),
  requests: z.number().default(0),
  pages: z.number().default(0),
  durationMs: z.number().default(0),
  error: z
    .object({ code: z.string(), message: z.string(), hint: z.string() })
    .nullable()
    .default(null),
})
export type TickReport = z.infer<typeof tickReportSchema>

const runSchema = z.object({
  id: z.uuid(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  trigger: z.string(),
  mode: z.string(),
  state: z.string(),
  pages: z.number(),
  requests: z.number(),
  sessionsRead: z.number(),
  matched: z.number(),
  unmatched: z.number(),
  statusesChanged: z.number(),
  cardsChanged: z.number(),
  messagesWritten: z.number(),
  callsWritten: z.number(),
  setAside: z.number(),
  errorCode: z.string().nullable(),
})

const syncStateSchema = z.object({
  /** Seconds since the last tick that reached the backend, by the database's clock; null: never. */
  lagSeconds: z.number().nullable(),
  checkedAt: z.string().nullable(),
  appliedAt: z.string().nullable(),
  pausedReason: z.string().nullable(),
  lastError: z
    .object({ code: z.string(), message: z.string(), hint: z.string(), at: z.string().nullable() })
    .nullable(),
  /** What somebody has to mend while the sync goes on. */
  alert: z
    .object({ code: z.string(), message: z.string(), hint: z.string() })
    .nullable()
    .default(null),
  openIssues: z.number(),
  /** How changes are found: the backend logs each, or conversations are looked at in turn. */
  feed: z.enum(['log', 'sweep']).default('log'),
  /** Of a sweep: within so many ticks each conversation is looked at again. */
  lapTicks: z.number().nullable().default(null),
  runs: z.array(runSchema),
})
export type SyncState = z.infer<typeof syncStateSchema>

/** Lag, last success and the last runs. */
export function getSyncState(bridge: BridgeClient) {
  return bridge.request('get', 'sync', syncStateSchema)
}

/** Runs a tick, or one recipient's part of it, and reports. */
export function syncNow(
  bridge: BridgeClient,
  options: {
    readonly recipientId?: string
    readonly force?: boolean
    /** Everything is read anew; for admins. */
    readonly full?: boolean
  } = {},
) {
  return bridge.request('post', 'sync', tickReportSchema, options)
}

const tickPreviewSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('conflict') }),
  z.object({
    result: z.literal('ok'),
    mode: z.string(),
    /** There is more behind the page that was looked at. */
    more: z.boolean(),
    read: z.number(),
    matched: z.number(),
    unmatched: z.number(),
    messages: z.number(),
    calls: z.number(),
    changes: z.object({
      count: z.number(),
      /** At most fifty. */
      items: z.array(
        z.object({
          recipientId: z.uuid(),
          name: z.string(),
          campaign: z.string(),
          from: z.string().nullable(),
          to: z.string(),
        }),
      ),
    }),
    /** Cards that would move. */
    cards: z.number(),
    setAside: z.array(z.object({ kind: z.string(), summary: z.string() })),
  }),
])
export type TickPreview = z.infer<typeof tickPreviewSchema>

/** What the next tick would change, of what one may see; nothing of it is done. */
export function previewSync(bridge: BridgeClient) {
  return bridge.request('post', 'sync/preview', tickPreviewSchema, {})
}

const pausedSchema = z.object({ paused: z.boolean() })

/** Pauses the sync for everybody, or lets it go on; for admins. */
export function setSyncPaused(bridge: BridgeClient, reason: string | null) {
  return bridge.request(
    'post',
    `service/sync/${reason === null ? 'resume' : 'pause'}`,
    pausedSchema,
    reason === null ? {} : { reason },
  )
}
