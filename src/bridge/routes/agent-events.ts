/**
 * The agents' side says that something happened (Standard Webhooks). The message only pokes a tick:
 * what happened is read from the backend, so a replayed or reordered event does no harm.
 */
import { Hono } from 'hono'
import { verifySignature } from '../../launch/sign-payload.ts'
import { AppError } from '../../lib/app-error.ts'
import { runTick } from '../../sync/run-tick.ts'
import { logUnexpected } from '../log-unexpected.ts'
import type { BridgeParts } from '../parts.ts'

/** In characters: an event only pokes, whatever else it says. */
const MAX_BODY_LENGTH = 256 * 1024

export function agentEventRoutes(parts: BridgeParts): Hono {
  const app = new Hono()
  app.post('/agent-events', async (context) => {
    const body = await context.req.text()
    const nowSeconds = Math.floor(Date.now() / 1000)
    const { secrets } = parts.config.webhook
    const signed =
      body.length <= MAX_BODY_LENGTH
        ? await verifySignature(context.req.raw.headers, body, secrets, nowSeconds)
        : null
    if (signed?.ok !== true) {
      throw new AppError('unauthenticated', 'This event is not signed with our secret.', {
        code: `signature_${signed === null ? 'body_too_large' : signed.error}`,
        hint: 'Sign it as Standard Webhooks say, with one of WEBHOOK_SECRETS and the present time.',
      })
    }
    const onUnexpected = (cause: unknown) => logUnexpected('agent-events', cause)
    parts.runtime.defer(runTick(parts.sync, { owner: parts.owner, trigger: 'event', onUnexpected }))
    return context.json({ accepted: true }, 202)
  })
  return app
}
