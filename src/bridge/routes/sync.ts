/** The sync's button, its state, and one recipient's part of it. */
import { Hono } from 'hono'
import { z } from 'zod'
import { previewApply, readSyncStanding, restartSync } from '../../data/frontend/sync-preview.ts'
import { unwrap } from '../../data/unwrap.ts'
import { previewTick } from '../../sync/preview-tick.ts'
import { runRecipient } from '../../sync/run-recipient.ts'
import type { Apply } from '../../sync/ports.ts'
import { runTick } from '../../sync/run-tick.ts'
import { requireAdmin, requireRecipient, requireRecruiter } from '../access.ts'
import { logUnexpected } from '../log-unexpected.ts'
import type { BridgeParts } from '../parts.ts'
import { readBody } from '../read-body.ts'
import { faultWords } from '../sync-fault-words.ts'

const syncBody = z.object({
  recipientId: z.uuid().optional(),
  force: z.boolean().optional(),
  /** Everything is read anew, from the first session on. */
  full: z.boolean().optional(),
})
const stateSchema = z.looseObject({
  lastErrorCode: z.string().nullable(),
  lastErrorDetail: z.string().nullable(),
  lastErrorAt: z.string().nullable(),
  logFault: z.string().nullable(),
})

/** What the browser gets of it is checked there. */
const previewSchema = z.looseObject({ result: z.enum(['ok', 'conflict']) })

/** A tick for a person who waits ends after so long and goes on with the next one. */
const TICK_MS = 20_000

const onUnexpected = (cause: unknown) => logUnexpected('sync', cause)

export function syncRoutes(parts: BridgeParts): Hono {
  const app = new Hono()

  app.get('/sync', async (context) => {
    await parts.askerOf(context.req.raw)
    const answer = stateSchema.parse(unwrap(await parts.frontend.rpc('sync_state')))
    const { lastErrorCode, lastErrorDetail, lastErrorAt, logFault, ...state } = answer
    const lastError =
      lastErrorCode === null
        ? null
        : {
            ...faultWords(lastErrorCode, lastErrorDetail),
            code: lastErrorCode,
            detail: lastErrorDetail,
            at: lastErrorAt,
          }
    const alert = logFault === null ? null : { ...faultWords(logFault, null), code: logFault }
    return context.json({ ...state, lastError, alert })
  })

  app.post('/sync', async (context) => {
    const asker = await parts.askerOf(context.req.raw)
    const { recipientId, full, force = full } = await readBody(context.req.raw, syncBody)
    if (force === true) requireAdmin(asker)
    if (full === true) await restartSync(parts.frontend, asker.userId)
    const startedMs = Date.now()
    const endsAt = startedMs + TICK_MS
    if (recipientId !== undefined) await requireRecipient(asker, recipientId)
    const report =
      recipientId === undefined
        ? await runTick(parts.sync, {
            owner: parts.owner,
            trigger: 'button',
            force: force === true,
            shouldStop: () => Date.now() >= endsAt,
            onUnexpected,
          })
        : await runRecipient(parts.sync, { owner: parts.owner, recipientId, onUnexpected })
    return context.json({ ...report, durationMs: Date.now() - startedMs })
  })

  app.post('/sync/preview', async (context) => {
    const asker = await parts.askerOf(context.req.raw)
    requireRecruiter(asker)
    const ports = {
      backend: parts.sync.backend,
      frontend: {
        standing: () => readSyncStanding(parts.frontend),
        preview: (apply: Apply) => previewApply(parts.frontend, asker.userId, apply),
      },
    }
    const { mode, more, answer } = await previewTick(ports, crypto.randomUUID())
    return context.json({ mode, more, ...previewSchema.parse(answer) })
  })
  return app
}
