import type { QueryClient } from '@tanstack/react-query'
import { createBridgeClient } from '../data/bridge/client.ts'
import { provideBridge } from '../data/bridge/browser-client.ts'
import { provideFrontend } from '../data/frontend/browser-client.ts'
import { createFrontendClient } from '../data/frontend/client.ts'
import { createBrowserSession } from '../data/frontend/session.ts'
import { forgetAll } from '../lib/leaving.ts'
import { providePhoneFormat } from '../ui/words/phone-format.ts'
import type { Env } from './env.ts'
import { startOfflineWork } from './offline/offline-work.ts'
import { createQueryClient } from './query-client.ts'
import type { Runtime } from './runtime.ts'
import { createSessionStore } from './session/session-store.ts'
import { dismissToasts, raiseToast } from './toasts/toast-store.ts'

/** Makes the parts of one start of the app and gives the data layer its clients. */
export function startApp(env: Env): {
  readonly runtime: Runtime
  readonly queryClient: QueryClient
} {
  const options = { url: env.frontendUrl, anonKey: env.frontendAnonKey }
  const browserSession = createBrowserSession(options)
  const client = createFrontendClient(options, browserSession)
  provideFrontend(client)
  provideBridge(createBridgeClient(env.bridgeUrl, () => browserSession.accessToken()))

  providePhoneFormat(async () => (await import('../domain/phone/format-phone.ts')).formatPhone)

  const offline = startOfflineWork(() => browserSession.current()?.userId ?? null)
  const queryClient = createQueryClient({
    persister: offline.copies.persister,
    onUnauthenticated: () => {
      session.refuse()
    },
    say: raiseToast,
  })
  const session = createSessionStore(browserSession, () => {
    queryClient.clear()
    dismissToasts()
    // Loaded already where an import runs; anywhere else there is nothing to stop.
    import('../features/datasets/import/import-store.ts')
      .then(({ forgetImport }) => {
        forgetImport()
      })
      .catch(() => undefined)
    void offline.copies.wipe()
    void offline.outbox.wipe()
    forgetAll()
  })
  return { runtime: { env, client, session, offline }, queryClient }
}
