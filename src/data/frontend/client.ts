/**
 * The browser's client of the frontend database: supabase-js's PostgREST part with this browser's
 * sign-in. `createClient` would bring Realtime, Storage, Functions and all of auth along, 50 kB
 * (gzip) of the 200 that the first load may have.
 */
import { PostgrestClient } from '@supabase/postgrest-js'
import { noteAnswer, noteFailure } from '../../lib/network-reach.ts'
import type { AuthOptions } from './auth-requests.ts'
import type { FrontendClient } from './bridge-clients.ts'
import type { Database } from './database.types.ts'
import type { BrowserSession } from './session.ts'

/** Hosted Supabase ends a person's statement after 8 s; the rest is for the way. */
const REQUEST_TIMEOUT_MS = 15_000

/** What PostgREST answers to a token it can't accept, said here without asking it. */
function signedOutAnswer(): Response {
  return Response.json({ code: 'PGRST301', message: 'No sign-in' }, { status: 401 })
}

/**
 * Makes the client. Without a sign-in requests are not sent: they fail as unauthenticated. A token
 * that the server refuses is refreshed once, which helps after its keys changed.
 */
export function createFrontendClient(
  options: AuthOptions,
  session: BrowserSession,
): FrontendClient {
  const request = options.fetch ?? ((...given: Parameters<typeof fetch>) => fetch(...given))
  const send: typeof fetch = async (...given) => {
    try {
      const answer = await request(...given)
      noteAnswer()
      return answer
    } catch (error) {
      noteFailure(error)
      throw error
    }
  }

  const sendAsPerson: typeof fetch = async (input, init) => {
    const sendWith = (token: string): Promise<Response> => {
      const headers = new Headers(init?.headers)
      headers.set('apikey', options.anonKey)
      headers.set('authorization', `Bearer ${token}`)
      return send(input, { ...init, headers })
    }
    const token = await session.accessToken()
    if (token === null) return signedOutAnswer()
    const answer = await sendWith(token)
    if (answer.status !== 401) return answer
    const renewed = await session.accessToken(token)
    return renewed === null ? signedOutAnswer() : sendWith(renewed)
  }

  const rest = new PostgrestClient<Database>(`${options.url.replace(/\/+$/, '')}/rest/v1`, {
    fetch: sendAsPerson,
    timeout: REQUEST_TIMEOUT_MS,
    retry: false, // repeating is TanStack Query's to decide, by the error's kind
  })

  return { from: rest.from.bind(rest), rpc: rest.rpc.bind(rest) } as FrontendClient
}
