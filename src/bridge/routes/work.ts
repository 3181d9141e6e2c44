/** The scheduler's door: answers at once, works afterwards. */
import { Hono } from 'hono'
import { AppError } from '../../lib/app-error.ts'
import { givenBearer } from '../identity.ts'
import type { BridgeParts } from '../parts.ts'
import { sameSecret } from '../same-secret.ts'
import { work } from '../work.ts'

export function workRoutes(parts: BridgeParts): Hono {
  const app = new Hono()
  app.post('/work', async (context) => {
    if (!(await sameSecret(givenBearer(context.req.raw), parts.config.workerSecret))) {
      throw new AppError('unauthenticated', 'Work needs the worker secret.', {
        code: 'worker_secret',
        hint: 'Send it as a bearer token; WORKER_SECRET sets it where the bridge runs.',
      })
    }
    parts.runtime.defer(work(parts))
    return context.json({ accepted: true }, 202)
  })
  return app
}
