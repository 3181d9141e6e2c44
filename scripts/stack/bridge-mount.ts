/** The bridge as the local stack runs it: the same application as hosted, and its half-minute timer. */
import { createBridge } from '../../src/bridge/app.ts'
import { parseBridgeConfig } from '../../src/bridge/config.ts'
import { toBridgeEnvironment } from './bridge-environment.ts'
import type { StackMount } from './mounts.ts'
import { reasonOf } from './reason.ts'

/** As pg_cron calls it where the bridge is hosted. */
const WORK_EVERY_MS = 30_000

export const bridgeMount: StackMount = {
  name: 'The bridge',
  path: '/bridge',
  start: (context) => {
    const environment = toBridgeEnvironment(context.addresses, context.secrets, process.env)
    const running = new Set<Promise<unknown>>()
    const defer = (work: Promise<unknown>) => {
      const watched = work
        .catch((error: unknown) => context.report(`The bridge: ${reasonOf(error)}`))
        .finally(() => running.delete(watched))
      running.add(watched)
    }
    const bridge = createBridge(parseBridgeConfig(environment), { defer })
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
