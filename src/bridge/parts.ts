/** What the routes work with, put together once: clients, the ports of launch and sync, who asks. */
import { createBackendClient, type BackendClient } from '../data/backend/client.ts'
import { completeSessions, listExistingSessions } from '../data/backend/sessions.ts'
import { createServiceClient, type FrontendServerClient } from '../data/frontend/bridge-clients.ts'
import { createLaunchStore } from '../data/frontend/launch-store.ts'
import { createWebhook } from '../launch/send-batch.ts'
import type { LaunchPorts, Webhook } from '../launch/ports.ts'
import { parseWebhookBase, WEBHOOK_ADDRESS_MESSAGES } from '../launch/webhook-address.ts'
import { AppError } from '../lib/app-error.ts'
import type { SyncPorts } from '../sync/run-tick.ts'
import { createAskerOf, type AskerOf } from './asker-of.ts'
import type { BridgeConfig } from './config.ts'
import { createIdentify } from './identity.ts'
import { isBackendAsRead } from './is-backend-as-read.ts'
import { createSyncPorts } from './sync-ports.ts'

/** What the server around the bridge offers. */
export type BridgeRuntime = {
  /** Keeps the process for work that goes on after the answer. */
  readonly defer: (work: Promise<unknown>) => void
  readonly fetch?: typeof fetch
  /** Looks a host name up, where the runtime can, so that private addresses are refused. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
}

export type BridgeParts = {
  readonly config: BridgeConfig
  readonly runtime: BridgeRuntime
  /** Names this bridge in leases. */
  readonly owner: string
  readonly askerOf: AskerOf
  readonly frontend: FrontendServerClient
  readonly backend: BackendClient
  readonly launchStore: ReturnType<typeof createLaunchStore>
  /** A promise, because the receiver's name is a digest of its address. */
  readonly launch: () => Promise<LaunchPorts>
  readonly sync: SyncPorts
}

function checkedWebhookBase(config: BridgeConfig): string {
  const base = parseWebhookBase(config.webhook.base, {
    hosts: config.webhook.hosts,
    allowLoopback: config.localStack,
  })
  if (base.ok) return base.value
  throw new AppError('invalid', WEBHOOK_ADDRESS_MESSAGES[base.error], {
    code: base.error,
    hint: 'Change it where the bridge runs, then start the bridge again.',
  })
}

/** @throws AppError `invalid` where the webhook's address may not be used */
export function createParts(config: BridgeConfig, runtime: BridgeRuntime): BridgeParts {
  const inner = runtime.fetch ?? fetch
  const frontend = createServiceClient({ ...config.frontend, fetch: inner })
  const backend = createBackendClient({ ...config.backend, fetch: inner })
  const launchStore = createLaunchStore(frontend)
  const base = checkedWebhookBase(config)
  let webhook: Promise<Webhook> | null = null
  const launch = async (): Promise<LaunchPorts> => {
    webhook ??= createWebhook({
      base,
      secrets: config.webhook.secrets,
      tokenHeader: config.webhook.tokenHeader,
      nowMs: () => Date.now(),
      fetch: inner,
      resolve: config.localStack ? null : (runtime.resolve ?? null),
    })
    return {
      store: launchStore,
      backend: {
        listExisting: (sessions) => listExistingSessions(backend, sessions),
        isAsRead: () => isBackendAsRead(frontend, backend),
        complete: async (sessions) => {
          await completeSessions(backend, sessions)
        },
      },
      webhook: await webhook,
      random: () => Math.random(),
    }
  }
  return {
    config,
    runtime,
    owner: `bridge-${crypto.randomUUID()}`,
    askerOf: createAskerOf(
      config,
      createIdentify(config.frontend, () => Date.now(), inner),
      inner,
    ),
    frontend,
    backend,
    launchStore,
    launch,
    sync: createSyncPorts(frontend, backend, config.backend.feed),
  }
}
