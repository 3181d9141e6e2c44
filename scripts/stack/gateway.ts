/** The one origin of the local stack: which part answers which address. */
import { Hono } from 'hono'
import { copyRequest } from './copy-request.ts'
import type { Handler } from './rest-proxy.ts'
import { withSecurityHeaders } from './security-headers.ts'

/** What the SPA reads from `/env.json` before it starts. */
export type SpaEnv = {
  readonly frontendUrl: string
  readonly frontendAnonKey: string
  readonly bridgeUrl: string
  /** Shown on the sign-in page, so that nobody has to look for it. */
  readonly demo?: { readonly email: string; readonly password: string }
  /** Whether a banner says that nobody is really contacted. */
  readonly demoBanner: boolean
}

export type GatewayParts = {
  readonly frontendAuth: Handler
  readonly frontendRest: Handler
  readonly backendRest: Handler
  /** Handlers by first part of the path: `/bridge`, `/webhook`. */
  readonly mounts: ReadonlyMap<string, Handler>
  /** Null where nothing but the APIs is served, or a development server answers first. */
  readonly spa: Handler | null
  readonly env: (origin: string) => SpaEnv
}

/** Builds the gateway. Unknown addresses below an API's prefix are 404 as problem details. */
export function createGateway(parts: GatewayParts): Hono {
  const gateway = new Hono()
  gateway.all('/frontend/auth/v1/*', (c) =>
    parts.frontendAuth(withoutPrefix(c.req.raw, '/frontend')),
  )
  // Links in mails lead to the site's address, not to the API's.
  gateway.get('/auth/v1/verify', (c) => parts.frontendAuth(c.req.raw))
  gateway.all('/frontend/rest/v1/*', (c) => parts.frontendRest(c.req.raw))
  gateway.all('/backend/rest/v1/*', (c) => parts.backendRest(c.req.raw))
  for (const [path, handler] of parts.mounts) {
    gateway.all(path, (c) => handler(c.req.raw))
    gateway.all(`${path}/*`, (c) => handler(c.req.raw))
  }
  for (const path of ['/frontend/*', '/backend/*', '/bridge/*', '/webhook/*']) {
    gateway.all(path, () => problem(404, 'not_found', 'Nothing answers at this address.'))
  }
  gateway.get('/env.json', (c) => {
    // Whether people typed localhost or 127.0.0.1: what they opened is their origin.
    const env = parts.env(new URL(c.req.url).origin)
    return withSecurityHeaders(Response.json(env, { headers: { 'cache-control': 'no-store' } }))
  })
  const { spa } = parts
  gateway.all('*', async (c) => {
    if (!spa) return problem(404, 'not_found', 'The app is not served here.')
    return withSecurityHeaders(await spa(c.req.raw))
  })
  gateway.onError((error) => {
    const status = error.name === 'AbortError' ? 499 : 500
    return problem(status, 'gateway_error', 'The gateway could not answer this request.')
  })
  return gateway
}

/** An RFC 9457 answer. */
function problem(status: number, code: string, title: string): Response {
  const headers = { 'content-type': 'application/problem+json' }
  return new Response(JSON.stringify({ type: 'about:blank', title, status, code }), {
    status,
    headers,
  })
}

function withoutPrefix(request: Request, prefix: string): Request {
  const url = new URL(request.url)
  url.pathname = url.pathname.slice(prefix.length)
  return copyRequest(request, { url })
}
