/** One recipient's conversation straight from the backend, for who looks at it right now. */
import { Hono } from 'hono'
import { readSessions } from '../../data/backend/sessions.ts'
import { findRecipientSessions } from '../../data/frontend/recipient-sessions.ts'
import { unwrap } from '../../data/unwrap.ts'
import { AppError } from '../../lib/app-error.ts'
import { planSession } from '../../sync/plan-session.ts'
import { requireRecipient } from '../access.ts'
import type { BridgeParts } from '../parts.ts'

/** An open conversation asks every 5 s; twice that often is somebody's script. */
const LOOKS_A_MINUTE = 24
const MINUTE_MS = 60_000

/** Counts looks a person and minute; per bridge, which is enough against a script. */
function createLimit(): (userId: string) => void {
  const looks = new Map<string, { count: number; until: number }>()
  return (userId) => {
    const now = Date.now()
    const window = looks.get(userId)
    if (window === undefined || window.until <= now) {
      if (looks.size > 1000) looks.clear()
      looks.set(userId, { count: 1, until: now + MINUTE_MS })
      return
    }
    window.count += 1
    if (window.count <= LOOKS_A_MINUTE) return
    throw new AppError('rate-limited', 'You looked at conversations too often in a minute.', {
      code: 'live_limit',
      hint: 'Wait a moment; the page goes on by itself.',
      retryAfterSeconds: Math.ceil((window.until - now) / 1000),
    })
  }
}

export function recipientRoutes(parts: BridgeParts): Hono {
  const app = new Hono()
  const countLook = createLimit()

  app.get('/recipients/:id/live', async (context) => {
    const recipientId = context.req.param('id')
    const asker = await parts.askerOf(context.req.raw)
    await requireRecipient(asker, recipientId)
    countLook(asker.userId)
    const { sessions, syncPaused } = await findRecipientSessions(parts.frontend, recipientId)
    unwrap(
      await parts.frontend.from('audit_log').insert({
        actor_id: asker.userId,
        action: 'live-view',
        entity_type: 'recipient',
        entity_id: recipientId,
      }),
    )
    if (sessions.length === 0) return context.json({ syncPaused, sessions: [] })
    const { items, now } = await readSessions(parts.backend, sessions)
    return context.json({ now, syncPaused, sessions: items.map((item) => toLive(item)) })
  })
  return app
}

/** What the page shows of a session; never the session's id, which holds a phone. */
function toLive(item: Parameters<typeof planSession>[0]) {
  const planned = planSession(item)
  return {
    status: item.info?.sessionStatus ?? null,
    messages: planned.messages,
    calls: planned.calls,
    objectives: planned.objectives,
  }
}
