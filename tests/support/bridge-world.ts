/** The bridge over both databases and a receiver, with accounts that are really signed in. */
import { createBridge } from '../../src/bridge/app.ts'
import { parseBridgeConfig } from '../../src/bridge/config.ts'
import { startBackendApi, startFrontendApi } from './database-api.ts'
import { freshBackend, freshFrontend, type FreshDatabase } from './fresh-database.ts'
import { startPlainReceiver, type PlainReceiver } from './plain-receiver.ts'
import { seedTwoOffices, type TwoOffices } from './two-offices.ts'

export const SECRETS = {
  worker: 'a-worker-secret-of-length',
  metrics: 'a-metrics-token',
  webhook: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  olderWebhook: 'whsec_b2xkZXIgc2VjcmV0IHRoYXQgZ29lcyBvdXQ=',
} as const

type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Null where the body is no JSON. */
  readonly body: Record<string, unknown> | null
}

export type BridgeWorld = TwoOffices & {
  readonly frontend: FreshDatabase
  readonly backend: FreshDatabase
  readonly receiver: PlainReceiver
  readonly frontendUrl: string
  readonly anonKey: string
  /** Tokens by the same names as `users`. */
  readonly tokens: Readonly<Record<keyof TwoOffices['users'], string>>
  /** Sends a request to an address below `/bridge`; waits for nothing that goes on afterwards. */
  request(
    method: string,
    path: string,
    options?: {
      readonly token?: string | null
      readonly body?: unknown
      readonly headers?: HeadersInit
    },
  ): Promise<Answer>
  /** Every route there is, as `POST /campaigns/:id/launch`. */
  readonly routes: readonly string[]
  /** Waits for what goes on after the answers. */
  settle(): Promise<void>
  close(): Promise<void>
}

export async function createBridgeWorld(): Promise<BridgeWorld> {
  const [frontend, backend] = await Promise.all([freshFrontend(), freshBackend()])
  const [api, backendApi] = await Promise.all([
    startFrontendApi(frontend),
    startBackendApi(backend),
  ])
  const receiver = await startPlainReceiver({ backend: backend.connect() })
  const tokenOf = new Map<string, string>()
  const agency = await seedTwoOffices(frontend, async (email) => {
    const account = await api.addAccount(email)
    tokenOf.set(account.userId, account.token)
    return account.userId
  })
  const tokens = Object.fromEntries(
    Object.entries(agency.users).map(([name, id]) => [name, tokenOf.get(id) ?? '']),
  ) as BridgeWorld['tokens']

  const deferred: Promise<unknown>[] = []
  const config = parseBridgeConfig({
    FRONTEND_URL: api.url,
    FRONTEND_ANON_KEY: api.anonKey,
    FRONTEND_SERVICE_KEY: api.serviceKey,
    BACKEND_URL: backendApi.url,
    BACKEND_SERVICE_KEY: backendApi.serviceKey,
    WEBHOOK_BASE: receiver.url,
    WEBHOOK_SECRETS: `${SECRETS.webhook},${SECRETS.olderWebhook}`,
    WORKER_SECRET: SECRETS.worker,
    METRICS_TOKEN: SECRETS.metrics,
    ALLOWED_ORIGINS: 'https://app.example',
    LOCAL_STACK: 'true',
  })
  const bridge = createBridge(config, { defer: (work) => void deferred.push(work) })
  const settle = async () => void (await Promise.allSettled(deferred.splice(0)))
  return {
    ...agency,
    frontend,
    backend,
    receiver,
    frontendUrl: api.url,
    anonKey: api.anonKey,
    tokens,
    routes: bridge.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace('/bridge', '')}`),
    settle,
    async request(method, path, { token = null, body, headers: given = {} } = {}) {
      const headers = new Headers(given)
      if (token !== null) headers.set('authorization', `Bearer ${token}`)
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const init = body === undefined ? { method, headers } : { method, headers, body: text }
      return toAnswer(await bridge.request(`/bridge${path}`, init))
    },
    async close() {
      await settle()
      await receiver.stop()
      await Promise.all([api.dispose(), backendApi.dispose()])
      await Promise.all([frontend.dispose(), backend.dispose()])
    },
  }
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : null
  return { status: response.status, headers: response.headers, text, body }
}

/** The stable code of a problem; fails where the answer is none, or says what it must not. */
export function problemCode(answer: Answer): string {
  const { body, headers, status, text } = answer
  const isProblem =
    headers.get('content-type') === 'application/problem+json' &&
    body?.['type'] === 'about:blank' &&
    body['status'] === status &&
    ['title', 'code', 'detail'].every((key) => typeof body[key] === 'string' && body[key] !== '')
  if (!isProblem) throw new Error(`This is no problem: ${status} ${text}`)
  if (/\d{9}|plumber_/.test(text.replaceAll(/[0-9a-f-]{36}/g, ''))) {
    throw new Error(`This problem names a phone or a session: ${text}`)
  }
  return String(body['code'])
}
