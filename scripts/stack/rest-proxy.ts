import { type ApiKeys, toAuthorization } from './api-key.ts'

/** A part of the gateway: takes a request, answers it. Never rejects. */
export type Handler = (request: Request) => Promise<Response> | Response

/** Headers that belong to one connection, not to the message. */
const CONNECTION_HEADERS = ['connection', 'keep-alive', 'transfer-encoding', 'content-encoding']

/** What PostgREST must not see, and what `fetch` sets itself. */
const REQUEST_HEADERS = [
  'host',
  'apikey',
  'cookie',
  'origin',
  'expect',
  'content-length',
  'connection',
  'keep-alive',
  'transfer-encoding',
]

/**
 * Passes requests to PostgREST, with the key handling of hosted Supabase's gateway.
 *
 * @param prefix the part of the path that PostgREST doesn't know, e.g. `/frontend/rest/v1`
 * @param target PostgREST's own address
 */
export function createRestProxy(prefix: string, target: string, keys: ApiKeys): Handler {
  return async (request) => {
    const url = new URL(request.url)
    const apiKey = request.headers.get('apikey') ?? url.searchParams.get('apikey')
    const decision = toAuthorization(apiKey, request.headers.get('authorization'), keys)
    if ('message' in decision) return Response.json(decision, { status: 401 })

    const headers = new Headers(request.headers)
    for (const name of REQUEST_HEADERS) headers.delete(name)
    headers.set('authorization', decision.authorization)
    url.searchParams.delete('apikey')
    return forward(`${target}${url.pathname.slice(prefix.length)}${url.search}`, request, headers)
  }
}

async function forward(address: string, request: Request, headers: Headers): Promise<Response> {
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers,
    body: request.body,
    signal: request.signal,
    redirect: 'manual',
    duplex: 'half',
  }
  try {
    const answer = await fetch(address, init)
    return new Response(answer.body, {
      status: answer.status,
      headers: keepOwnHeaders(answer.headers),
    })
  } catch {
    // What PostgREST itself says while its database is away.
    const fault = {
      code: 'PGRST001',
      message: 'Could not connect with the database due to an internal error.',
      details: 'The database API is not running at the moment.',
      hint: 'The stack starts it again by itself; try again in a moment.',
    }
    return Response.json(fault, { status: 503, headers: { 'retry-after': '1' } })
  }
}

/**
 * Copies an answer's headers without those of the inner connection, and without those that let
 * other origins read it: everything here is one origin.
 */
export function keepOwnHeaders(headers: Headers): Headers {
  return new Headers(
    [...headers].filter(
      ([name]) => !CONNECTION_HEADERS.includes(name) && !name.startsWith('access-control-'),
    ),
  )
}
