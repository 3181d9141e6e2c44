/** Whether the bridge is alive, ready, and how it fares. Nothing personal. */
import { Hono } from 'hono'
import { AppError, isAppError } from '../../lib/app-error.ts'
import { unwrap } from '../../data/unwrap.ts'
import { SCHEMA_DRIFT } from '../../data/backend/backend-error.ts'
import { backendStatus } from '../../data/backend/upkeep.ts'
import { givenBearer } from '../identity.ts'
import { prometheusText } from '../metrics.ts'
import type { BridgeParts } from '../parts.ts'
import { sameSecret } from '../same-secret.ts'

type Reason = { readonly code: string; readonly detail: string | null }

/** Why a database is not ready, by its stable code; no message, which may hold an address. */
function reasonOf(otherwise: string, cause: unknown): Reason {
  return { code: (isAppError(cause) ? cause.code : undefined) ?? otherwise, detail: null }
}

export function healthRoutes(parts: BridgeParts): Hono {
  const app = new Hono()
  app.get('/health', (context) => context.json({ status: 'ok' }))

  app.get('/ready', async (context) => {
    const checks = await Promise.allSettled([
      parts.frontend.rpc('sync_state').then(unwrap),
      backendStatus(parts.backend),
    ])
    const [frontend, backend] = checks
    const missing = backend.status === 'fulfilled' ? backend.value.missing : []
    const reasons = [
      ...(frontend.status === 'rejected'
        ? [reasonOf('frontend_unreachable', frontend.reason)]
        : []),
      ...(backend.status === 'rejected' ? [reasonOf('backend_unreachable', backend.reason)] : []),
      ...(missing.length > 0 ? [{ code: SCHEMA_DRIFT, detail: missing.join('; ') }] : []),
    ]
    const ready = reasons.length === 0
    return context.json(
      {
        status: ready ? 'ready' : 'not-ready',
        frontend: frontend.status === 'fulfilled',
        backend: backend.status === 'fulfilled' && missing.length === 0,
        reasons,
      },
      ready ? 200 : 503,
    )
  })

  app.get('/metrics', async (context) => {
    if (!(await sameSecret(givenBearer(context.req.raw), parts.config.metricsToken))) {
      throw new AppError('unauthenticated', 'Metrics need the metrics token.', {
        code: 'metrics_token',
        hint: 'Send it as a bearer token; METRICS_TOKEN sets it where the bridge runs.',
      })
    }
    return context.text(prometheusText(unwrap(await parts.frontend.rpc('bridge_metrics'))))
  })
  return app
}
