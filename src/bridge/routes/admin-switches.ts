/** What admins do to the service: its state, the connection test, the switches of sending and sync. */
import { Hono } from 'hono'
import { z } from 'zod'
import { backendStatus } from '../../data/backend/upkeep.ts'
import { unwrap } from '../../data/unwrap.ts'
import { isE164 } from '../../domain/phone/e164.ts'
import { testConnection } from '../../launch/connection-test.ts'
import { requireAdmin } from '../access.ts'
import type { BridgeParts } from '../parts.ts'
import { readBody } from '../read-body.ts'

/** The tester's own number: they are really contacted, once. */
const testBody = z.object({
  phone: z.string().refine(isE164, 'a number in E.164, such as +447700900100'),
})
const pauseBody = z.object({ reason: z.string().trim().min(1).default('Paused by an admin') })
const SECRET_TAIL = 4

/** What can be halted, and the function that does it. */
const SWITCHES = [
  ['sending', 'set_sending_paused'],
  ['sync', 'sync_set_paused'],
] as const

export function adminSwitchRoutes(parts: BridgeParts): Hono {
  const app = new Hono()

  app.get('/service', async (context) => {
    requireAdmin(await parts.askerOf(context.req.raw))
    const [{ webhook }, status, settings, answers] = await Promise.all([
      parts.launch(),
      backendStatus(parts.backend).then(
        (found) => ({ reachable: true, ok: found.ok, missing: found.missing }),
        () => ({ reachable: false, ok: false, missing: [] }),
      ),
      parts.frontend.from('settings').select('key, value').in('key', ['sending', 'receiver']),
      parts.frontend
        .from('launch_batches')
        .select('answer_code, last_status, answered_at')
        .not('answered_at', 'is', null)
        .order('answered_at', { ascending: false })
        .limit(1),
    ])
    const [last] = unwrap(answers) ?? []
    return context.json({
      webhook: {
        host: new URL(parts.config.webhook.base).host,
        receiver: webhook.receiver,
        secretEndsIn: (parts.config.webhook.secrets[0] ?? '').slice(-SECRET_TAIL),
        /** Null before the first launch. The status is null where no answer came. */
        lastAnswer: last
          ? { code: last.answer_code, status: last.last_status, at: last.answered_at }
          : null,
      },
      backend: status,
      settings: Object.fromEntries((unwrap(settings) ?? []).map(({ key, value }) => [key, value])),
    })
  })

  app.post('/service/connection-test', async (context) => {
    const asker = await parts.askerOf(context.req.raw)
    requireAdmin(asker)
    const { phone } = await readBody(context.req.raw, testBody)
    const report = await testConnection(await parts.launch(), {
      actorId: asker.userId,
      phone,
      newId: () => crypto.randomUUID(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    })
    return context.json(report)
  })

  for (const [part, setPaused] of SWITCHES) {
    for (const paused of [true, false]) {
      app.post(`/service/${part}/${paused ? 'pause' : 'resume'}`, async (context) => {
        const asker = await parts.askerOf(context.req.raw)
        requireAdmin(asker)
        const { reason } = await readBody(context.req.raw, pauseBody)
        unwrap(
          await parts.frontend.rpc(setPaused, {
            p_actor: asker.userId,
            p_reason: (paused ? reason : null) as string,
          }),
        )
        return context.json({ paused })
      })
    }
  }
  return app
}
