/** The API of a fresh database as people reach it: the real PostgREST, hosted key handling, sign-in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { inject } from 'vitest'
import { z } from 'zod'
import { createApiKeys } from '../../scripts/stack/api-key.ts'
import { type Auth, createAuth } from '../../scripts/stack/auth.ts'
import { saveAuthUser } from '../../scripts/stack/auth-users.ts'
import { toDatabaseUrl } from '../../scripts/stack/connect.ts'
import { listen } from '../../scripts/stack/listen.ts'
import { findFreePort } from '../../scripts/stack/ports.ts'
import { startPostgrest } from '../../scripts/stack/postgrest.ts'
import { createRestProxy, type Handler } from '../../scripts/stack/rest-proxy.ts'
import {
  createServiceClient,
  createUserClient,
  type FrontendClient,
  type FrontendServerClient,
} from '../../src/data/frontend/bridge-clients.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { mintToken, type TokenClaims } from './mint-token.ts'

export type DatabaseApi = {
  /** As `createClient` takes it: `/rest/v1` and `/auth/v1` are below. */
  readonly url: string
  readonly anonKey: string
  readonly serviceKey: string
  /** Ends what was started; before the database's own `dispose`. */
  dispose(): Promise<void>
}

export type Account = {
  readonly userId: string
  readonly token: string
  readonly client: FrontendClient
}

export type FrontendApi = DatabaseApi & {
  readonly service: FrontendServerClient
  readonly anon: FrontendClient
  /** Makes an account and signs it in; such a token is good for sign-in's own endpoints too. */
  addAccount(email: string): Promise<Account>
  /** A token that PostgREST accepts, for an account that need not exist. */
  tokenOf(userId: string, claims?: Omit<TokenClaims, 'sub'>): string
  /** A client that acts as this account. */
  as(userId: string): FrontendClient
}

/** Starts an API for a fresh frontend. */
export async function startFrontendApi(database: FreshDatabase): Promise<FrontendApi> {
  const { frontend } = inject('cluster').secrets
  const api = await startApi(database, 'frontend')
  const { url, anonKey, serviceKey } = api
  const tokenOf = (userId: string, claims: Omit<TokenClaims, 'sub'> = {}) =>
    mintToken({ ...claims, sub: userId }, frontend.jwtSecret)
  return {
    ...api,
    service: createServiceClient({ url, serviceKey }),
    anon: createServiceClient({ url, serviceKey: anonKey }),
    async addAccount(email) {
      const password = 'a long enough password'
      const userId = await saveAuthUser(database.sql, { email, password })
      const answer = await fetch(`${url}/auth/v1/token?grant_type=password`, {
        method: 'POST',
        headers: { apikey: anonKey, 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      })
      const { access_token: token } = signInSchema.parse(await answer.json())
      return { userId, token, client: createUserClient({ url, anonKey, token }) }
    },
    tokenOf,
    as: (userId) => createUserClient({ url, anonKey, token: tokenOf(userId) }),
  }
}

/** Starts an API for a fresh backend. */
export function startBackendApi(database: FreshDatabase): Promise<DatabaseApi> {
  return startApi(database, 'backend')
}

const signInSchema = z.object({ access_token: z.string() })

async function startApi(
  database: FreshDatabase,
  side: 'frontend' | 'backend',
): Promise<DatabaseApi> {
  const { port: databasePort, passwords, secrets } = inject('cluster')
  const { jwtSecret, publishableKey, secretKey } = secrets[side]
  const urlAs = (user: string, password: string) =>
    toDatabaseUrl({ user, password, port: databasePort, database: database.name })
  const logs = mkdtempSync(join(tmpdir(), 'rollcall-api-'))
  const server = await listen(0)
  const url = `http://127.0.0.1:${server.port}`
  // At the same time, so that they differ.
  const [port, adminPort] = await Promise.all([findFreePort(), findFreePort()])
  const postgrest = await startPostgrest({
    name: `The ${side}'s API`,
    databaseUrl: urlAs('authenticator', passwords.authenticator),
    jwtSecret,
    port,
    adminPort,
    logFile: join(logs, 'postgrest.log'),
    poolSize: 5,
    report: () => {},
  })
  const keys = createApiKeys(secrets[side], Math.floor(Date.now() / 1000))
  const auth: Auth | null =
    side === 'backend'
      ? null
      : await createAuth({
          databaseUrl: urlAs('auth_admin', passwords.authAdmin),
          jwtSecret,
          keys,
          appUrl: url,
          report: () => {},
        })
  const rest = createRestProxy('/rest/v1', `http://127.0.0.1:${port}`, keys)
  const handler: Handler = (request) =>
    auth && new URL(request.url).pathname.startsWith('/auth/') ? auth.fetch(request) : rest(request)
  server.answerWith(getRequestListener(handler, { overrideGlobalObjects: false }))
  return {
    url,
    anonKey: publishableKey,
    serviceKey: secretKey,
    async dispose() {
      await server.close()
      await auth?.stop()
      await postgrest.stop()
      rmSync(logs, { recursive: true, force: true })
    },
  }
}
