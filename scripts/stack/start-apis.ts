import { join } from 'node:path'
import { type ApiKeys, createApiKeys } from './api-key.ts'
import { createAuth } from './auth.ts'
import type { Closers } from './closers.ts'
import { toDatabaseUrl } from './connect.ts'
import type { DataFolder } from './data-folder.ts'
import type { KeptProcess } from './keep-running.ts'
import type { Leftovers } from './leftovers.ts'
import type { InnerPorts } from './ports.ts'
import { startPostgrest } from './postgrest.ts'
import { createRestProxy, type Handler } from './rest-proxy.ts'
import type { StackSecrets } from './secrets.ts'

export type ApisOptions = {
  readonly folder: DataFolder
  readonly secrets: StackSecrets
  readonly ports: InnerPorts
  readonly leftovers: Leftovers
  readonly appUrl: string
  readonly report: (line: string) => void
}

/** One of the two databases. */
export type Side = 'frontend' | 'backend'

export type Apis = {
  readonly frontendAuth: Handler
  readonly frontendRest: Handler
  readonly backendRest: Handler
  readonly postgrest: Readonly<Record<Side, KeptProcess>>
}

const SIDE_NAMES = { frontend: "The frontend's API", backend: "The backend's API" } as const

/** Starts what answers for the databases: a PostgREST each, and sign-in for the frontend. */
export async function startApis(options: ApisOptions, closers: Closers): Promise<Apis> {
  const { ports, secrets } = options
  const nowS = Math.floor(Date.now() / 1000)
  const keys: Record<Side, ApiKeys> = {
    frontend: createApiKeys(secrets.frontend, nowS),
    backend: createApiKeys(secrets.backend, nowS),
  }
  const auth = await createAuth({
    databaseUrl: toDatabaseUrl({
      user: 'auth_admin',
      password: secrets.databasePasswords.authAdmin,
      port: ports.postgres,
      database: 'frontend',
    }),
    jwtSecret: secrets.frontend.jwtSecret,
    keys: keys.frontend,
    appUrl: options.appUrl,
    report: options.report,
  })
  closers.add('Sign-in', () => auth.stop())

  const [frontend, backend] = await Promise.all([
    startSide('frontend', options, closers),
    startSide('backend', options, closers),
  ])
  return {
    frontendAuth: auth.fetch,
    frontendRest: proxyTo('/frontend/rest/v1', ports.frontendRest, keys.frontend),
    backendRest: proxyTo('/backend/rest/v1', ports.backendRest, keys.backend),
    postgrest: { frontend, backend },
  }
}

async function startSide(side: Side, options: ApisOptions, closers: Closers): Promise<KeptProcess> {
  const { ports, secrets } = options
  const kept = await startPostgrest({
    name: SIDE_NAMES[side],
    databaseUrl: toDatabaseUrl({
      user: 'authenticator',
      password: secrets.databasePasswords.authenticator,
      port: ports.postgres,
      database: side,
    }),
    jwtSecret: secrets[side].jwtSecret,
    port: side === 'frontend' ? ports.frontendRest : ports.backendRest,
    adminPort: side === 'frontend' ? ports.frontendRestAdmin : ports.backendRestAdmin,
    logFile: join(options.folder.logs, `postgrest-${side}.log`),
    onStart: (pid) => options.leftovers.note(`postgrest-${side}`, pid),
    report: options.report,
  })
  closers.add(SIDE_NAMES[side], () => kept.stop())
  return kept
}

function proxyTo(prefix: string, port: number, keys: ApiKeys): Handler {
  return createRestProxy(prefix, `http://127.0.0.1:${port}`, keys)
}
