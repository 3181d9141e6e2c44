/**
 * Sign-in for the local stack: the auth endpoints of @supabase/lite, and nothing else of it.
 * It is alpha software that grants itself what it can reach; it therefore runs under a role that
 * owns schema `auth` only, and only the listed endpoints are let through.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { App, ConsoleEmailDriver } from '@supabase/lite'
import { createPostgresConnection } from '@supabase/lite/postgres'
import { type ApiKeys, toAuthorization } from './api-key.ts'
import { type AuthAdmin, createAuthAdmin } from './auth-admin.ts'
import { copyRequest } from './copy-request.ts'
import { type Handler, keepOwnHeaders } from './rest-proxy.ts'

export type AuthOptions = {
  /** The frontend's database as role `auth_admin`. */
  readonly databaseUrl: string
  readonly jwtSecret: string
  readonly keys: ApiKeys
  /** Where people open the app; links in mails lead there. */
  readonly appUrl: string
  readonly report: (line: string) => void
}

const PATIENCE_MS = 5_000

export type Auth = { readonly fetch: Handler; stop(): Promise<void> }

/** What the app needs: sign in, stay signed in, sign out, change or recover a password. */
const OPEN_ENDPOINTS: readonly RegExp[] = [
  /^POST \/auth\/v1\/token$/,
  /^(GET|PUT) \/auth\/v1\/user$/,
  /^POST \/auth\/v1\/logout$/,
  /^POST \/auth\/v1\/(recover|reauthenticate)$/,
  /^(GET|POST) \/auth\/v1\/verify$/,
  /^GET \/auth\/v1\/(health|settings)$/,
]

/** Endpoints that would make an account for whoever asks; hosted answers 422 with this code. */
const SIGN_UP_ENDPOINTS = /^\w+ \/auth\/v1\/(signup|otp|magiclink|authorize|callback|invite)$/

/** Links in mails are opened without a key. */
const KEYLESS_ENDPOINT = 'GET /auth/v1/verify'

/** Prepares the auth endpoints below `/auth/v1`. */
export async function createAuth(options: AuthOptions): Promise<Auth> {
  process.env['LITE_TELEMETRY'] = '0'
  const connection = createPostgresConnection({
    url: options.databaseUrl,
    postgresOptions: { max: 5, onnotice: () => {}, types: COLUMN_TYPES },
  })
  // It would create roles and grant them everything at the first request.
  Object.assign(connection, { ensureRlsContext: () => Promise.resolve(true) })
  const logger = {
    info: (text: unknown) => {
      const mail = String(text).replace(/^.*\n/, '')
      options.report(`A mail, shown here instead of being sent:\n${mail}`)
    },
  }
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: options.jwtSecret,
      enable_signup: false,
      minimum_password_length: 8,
      site_url: options.appUrl,
      additional_redirect_urls: [`${options.appUrl}/**`],
    },
    options: {
      server: { disableStudio: true, disableFallback: true, apiKeys: false },
      drivers: { email: new ConsoleEmailDriver({ logger }) },
    },
  })
  await app.init()
  const admin = createAuthAdmin(options.databaseUrl)
  return {
    fetch: (request) =>
      admin.handles(request)
        ? answerAdmin(request, options.keys, admin)
        : answer(request, options.keys, (inner) =>
            endOthersAfterChange(inner, (each) => app.fetch(each, { peerAddress: null })),
          ),
    async stop() {
      // The driver waits for ever for a query whose server was killed under it.
      const patience = delay(PATIENCE_MS, undefined, { ref: false })
      await Promise.race([Promise.all([connection.close(), admin.stop()]), patience])
    },
  }
}

/** Accounts are made and changed with the secret key, by nobody's sign-in. */
async function answerAdmin(request: Request, keys: ApiKeys, admin: AuthAdmin): Promise<Response> {
  const given = toAuthorization(request.headers.get('apikey'), null, keys)
  if ('message' in given) return Response.json(given, { status: 401 })
  if (given.authorization === `Bearer ${keys.serviceToken}`) return admin.fetch(request)
  const msg = 'User not allowed'
  return Response.json({ code: 403, error_code: 'not_admin', msg }, { status: 403 })
}

/** A new password ends the person's other sign-ins, as GoTrue does; @supabase/lite leaves them. */
async function endOthersAfterChange(request: Request, next: Handler): Promise<Response> {
  if (request.method !== 'PUT') return next(request)
  const given: unknown = await request
    .clone()
    .json()
    .catch(() => null)
  const answered = await next(request)
  const changes = typeof given === 'object' && given !== null && 'password' in given
  if (answered.ok && changes) {
    const others = new URL('/auth/v1/logout?scope=others', request.url)
    const authorization = request.headers.get('authorization') ?? ''
    await next(new Request(others, { method: 'POST', headers: { authorization } }))
  }
  return answered
}

async function answer(request: Request, keys: ApiKeys, next: Handler): Promise<Response> {
  const url = new URL(request.url)
  const endpoint = `${request.method} ${url.pathname}`
  if (SIGN_UP_ENDPOINTS.test(endpoint)) {
    const msg = 'Signups not allowed for this instance'
    return Response.json({ code: 422, error_code: 'signup_disabled', msg }, { status: 422 })
  }
  if (!OPEN_ENDPOINTS.some((open) => open.test(endpoint))) {
    return Response.json({ code: 404, error_code: 'not_found', msg: 'Not found' }, { status: 404 })
  }
  const headers = new Headers(request.headers)
  if (endpoint !== KEYLESS_ENDPOINT) {
    const fault = toAuthorization(headers.get('apikey'), null, keys)
    if ('message' in fault) return Response.json(fault, { status: 401 })
  }
  // Keys are no tokens: left in place they would be taken for a broken sign-in.
  if (/^Bearer\s+sb_/i.test(headers.get('authorization') ?? '')) headers.delete('authorization')
  headers.delete('apikey')
  const answered = await next(copyRequest(request, { headers }))
  return new Response(answered.body, {
    status: answered.status,
    headers: keepOwnHeaders(answered.headers),
  })
}

// JSON stays an object instead of text in text; times are ISO as clients parse them.
const COLUMN_TYPES = {
  jsonb: {
    to: 3802,
    from: [3802],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  },
  json: {
    to: 114,
    from: [114],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  },
  timestamptz: {
    to: 1184,
    from: [1184],
    serialize: (value: unknown) => (value instanceof Date ? value.toISOString() : String(value)),
    parse: (text: string) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'),
  },
}
