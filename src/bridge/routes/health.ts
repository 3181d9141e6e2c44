/** Whether the bridge is alive, ready, and how it fares. Nothing personal. */
import { Hono } from 'hono'
import { AppError } from '../../lib/app-error.ts'
import { unwrap } from '../../data/unwrap.ts'
import { backendStatus } from '../../data/backend/upkeep.ts'
import { prometheusText } from '../metrics.ts'
import type { BridgeParts } from '../parts.ts'
import { sameSecret } from '../same-secret.ts'

export function healthRoutes(parts: BridgeParts): Hono {
  const app = new Hono()
  app.get('/health', (context) => context.json({ status: 'ok' }))

  app.get('/ready', async (context) => {
    const checks = await Promise.allSettled([
      parts.frontend.rpc('sync_state').then(unwrap),
      backendStatus(parts.backend),
    ])
    const [frontend, backend] = checks.map((check) => check.status === 'fulfilled')
    const ready = frontend === true && backend === true
    return context.json(
      { status: ready ? 'ready' : 'not-ready', frontend, backend },
      ready ? 200 : 503,
    )
  })

  app.get('/metrics', async (context) => {
    const given = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
    if (!(await sameSecret(given, parts.config.metricsToken))) {
      throw new AppError('unauthenticated', 'Metrics need the metrics token.', {
        code: 'metrics_token',
        hint: 'Send it as a bearer token; METRICS_TOKEN sets it where the bridge runs.',
      })
    }
    return context.text(prometheusText(unwrap(await parts.frontend.rpc('bridge_metrics'))))
  })
  return app
}
