/** The bridge as the local stack runs it: the same application as hosted, and its half-minute timer. */
import { createBridge } from '../../src/bridge/app.ts'
import { parseBridgeConfig } from '../../src/bridge/config.ts'
import type { MountContext, StackMount } from './mounts.ts'
import { reasonOf } from './reason.ts'

/** As pg_cron calls it where the bridge is hosted. */
const WORK_EVERY_MS = 30_000

export const bridgeMount: StackMount = {
  name: 'The bridge',
  path: '/bridge',
  start: (context) => {
    const running = new Set<Promise<unknown>>()
    const defer = (work: Promise<unknown>) => {
      const watched = work
        .catch((error: unknown) => context.report(`The bridge: ${reasonOf(error)}`))
        .finally(() => running.delete(watched))
      running.add(watched)
    }
    const bridge = createBridge(readConfig(context), { defer })
    const settle = async () => void (await Promise.all(running))
    const run = async () => {
      await bridge.request(`${context.addresses.bridge.url}/work`, {
        method: 'POST',
        headers: { authorization: `Bearer ${context.secrets.workerSecret}` },
      })
      await settle()
    }
    return Promise.resolve({
      fetch: async (request) => bridge.fetch(request),
      timer: { everyMs: WORK_EVERY_MS, run },
      stop: settle,
    })
  },
}

function readConfig({ addresses, secrets }: MountContext) {
  return parseBridgeConfig({
    FRONTEND_URL: addresses.frontend.url,
    FRONTEND_ANON_KEY: addresses.frontend.anonKey,
    FRONTEND_SERVICE_KEY: addresses.frontend.serviceKey,
    BACKEND_URL: addresses.backend.url,
    BACKEND_SERVICE_KEY: addresses.backend.serviceKey,
    WEBHOOK_BASE: addresses.webhook.url,
    // A real n8n has a secret of its own; the demo agent knows this one.
    WEBHOOK_SECRETS: process.env['WEBHOOK_SECRETS'] || secrets.webhookSecret,
    WEBHOOK_TOKEN_HEADER: process.env['WEBHOOK_TOKEN_HEADER'],
    WEBHOOK_HOSTS: process.env['WEBHOOK_HOSTS'],
    WORKER_SECRET: secrets.workerSecret,
    METRICS_TOKEN: secrets.metricsToken,
    LOCAL_STACK: 'true',
  })
}
