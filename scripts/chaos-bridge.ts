/**
 * A bridge as a process of its own, for chaos runs that kill it: the same application as hosted,
 * only less patient, because a run is short. `npm run chaos` starts several. PORT and the
 * variables of src/bridge/config.ts say how.
 */
import { serve } from '@hono/node-server'
import { createBridge } from '../src/bridge/app.ts'
import { parseBridgeConfig } from '../src/bridge/config.ts'
import { breakOnPurpose } from './chaos/break-on-purpose.ts'

/** Instead of a minute for a POST and a quarter of one for a question to a database. */
const PATIENCE_MS = 2_500

const impatient: typeof fetch = (input, init) => {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  const signal = init?.signal ? AbortSignal.any([init.signal, patience]) : patience
  return fetch(input, { ...init, signal })
}

const bridge = createBridge(parseBridgeConfig(process.env), {
  fetch: breakOnPurpose(process.env['CHAOS_CONTROL'], impatient),
  defer: (work) => void work.catch((error: unknown) => console.error(error)),
})
serve({ fetch: bridge.fetch, hostname: '127.0.0.1', port: Number(process.env['PORT']) })
