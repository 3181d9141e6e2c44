/**
 * The browser's client of the frontend database. It is put together from the two parts of
 * supabase-js that the app uses: auth and PostgREST. `createClient` would bring Realtime, Storage
 * and Functions along, 27 kB (gzip) of the 200 that the first load may have.
 */
import { AuthClient, isAuthRetryableFetchError } from '@supabase/auth-js'
import { PostgrestClient } from '@supabase/postgrest-js'
import type { FrontendClient } from './bridge-clients.ts'
import type { Database } from './database.types.ts'

/** Hosted Supabase ends a person's statement after 8 s; the rest is for the way. */
const REQUEST_TIMEOUT_MS = 15_000

type FrontendOptions = {
  /** The project's address, below which `/auth/v1` and `/rest/v1` answer. */
  readonly url: string
  /** The publishable key. */
  readonly anonKey: string
  readonly fetch?: typeof fetch
}

/** What PostgREST answers to a token it can't accept, said here without asking it. */
function signedOutAnswer(): Response {
  return Response.json({ code: 'PGRST301', message: 'No sign-in' }, { status: 401 })
}

/**
 * Makes the client. The sign-in is kept in the browser, refreshed in time and shared between
 * tabs. Without one, requests are not sent: they fail as unauthenticated.
 */
export function createFrontendClient(options: FrontendOptions): FrontendClient {
  const send = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request))
  const base = options.url.replace(/\/+$/, '')

  const auth = new AuthClient({
    url: `${base}/auth/v1`,
    headers: { apikey: options.anonKey },
    storageKey: 'rollcall-sign-in',
    fetch: send,
  })

  const sendAsPerson: typeof fetch = async (input, init) => {
    const { data, error } = await auth.getSession()
    if (data.session === null) {
      // Signed in, but the token could not be refreshed over this network: not the sign-in's fault.
      if (isAuthRetryableFetchError(error)) throw new TypeError('The token could not be refreshed')
      return signedOutAnswer()
    }
    const headers = new Headers(init?.headers)
    headers.set('apikey', options.anonKey)
    headers.set('authorization', `Bearer ${data.session.access_token}`)
    return send(input, { ...init, headers })
  }

  const rest = new PostgrestClient<Database>(`${base}/rest/v1`, {
    fetch: sendAsPerson,
    timeout: REQUEST_TIMEOUT_MS,
    retry: false, // repeating is TanStack Query's to decide, by the error's kind
  })

  return {
    auth,
    from: rest.from.bind(rest),
    rpc: rest.rpc.bind(rest),
  } as FrontendClient
}
