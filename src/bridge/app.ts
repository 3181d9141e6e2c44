/**
 * The bridge: one Hono application without runtime-specific code. It runs as a Supabase Edge Function,
 * on Node in the local stack, and behind any other server that speaks Request and Response.
 */
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { isAppError } from '../lib/app-error.ts'
import type { BridgeConfig } from './config.ts'
import { logUnexpected } from './log-unexpected.ts'
import { problemResponse, toProblem } from './problem.ts'
import { createParts, type BridgeRuntime } from './parts.ts'
import { accountRoutes } from './routes/accounts.ts'
import { agentEventRoutes } from './routes/agent-events.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { healthRoutes } from './routes/health.ts'
import { recipientRoutes } from './routes/recipients.ts'
import { adminSwitchRoutes } from './routes/admin-switches.ts'
import { syncRoutes } from './routes/sync.ts'
import { workRoutes } from './routes/work.ts'

/** Seconds a browser may remember a preflight's answer. */
const PREFLIGHT_SECONDS = 600

/** The methods of the routes that an address fits, e.g. ['GET', 'POST'] for /bridge/sync. */
function methodsAt(app: Hono, pathname: string): string[] {
  const steps = pathname.split('/')
  const fitting = app.routes.filter(({ method, path }) => {
    const names = path.split('/')
    return (
      method !== 'ALL' &&
      names.length === steps.length &&
      names.every((name, index) =>
        name.startsWith(':') ? steps[index] !== '' : name === steps[index],
      )
    )
  })
  return [...new Set(fitting.map(({ method }) => method))].toSorted()
}

/**
 * @param config where the databases and the webhook are
 * @param runtime what the server around it offers
 */
export function createBridge(config: BridgeConfig, runtime: BridgeRuntime): Hono {
  const parts = createParts(config, runtime)
  const app = new Hono().basePath('/bridge')
  app.use(
    cors({
      origin: [...config.allowedOrigins],
      allowHeaders: ['authorization', 'content-type'],
      exposeHeaders: ['retry-after'],
      maxAge: PREFLIGHT_SECONDS,
    }),
  )
  app.route('/', healthRoutes(parts))
  app.route('/', campaignRoutes(parts))
  app.route('/', recipientRoutes(parts))
  app.route('/', syncRoutes(parts))
  app.route('/', adminSwitchRoutes(parts))
  app.route('/', accountRoutes(parts))
  app.route('/', workRoutes(parts))
  app.route('/', agentEventRoutes(parts))
  app.onError((error) => {
    logUnexpected('a request', error)
    return problemResponse(
      toProblem(error),
      isAppError(error) ? error.retryAfterSeconds : undefined,
    )
  })
  app.notFound((context) => {
    const { method } = context.req
    const { pathname } = new URL(context.req.url)
    const allowed = methodsAt(app, pathname)
    if (allowed.length === 0) {
      return problemResponse({
        type: 'about:blank',
        title: 'The bridge has no such address.',
        status: 404,
        code: 'no_such_route',
        detail: `${method} ${pathname} is not one of its routes.`,
      })
    }
    const answer = problemResponse({
      type: 'about:blank',
      title: 'The bridge does not take this method here.',
      status: 405,
      code: 'method_not_allowed',
      detail: `Use ${allowed.join(' or ')}, not ${method}.`,
    })
    answer.headers.set('allow', allowed.join(', '))
    return answer
  })
  return app
}
