/** The one way to the agents' database. It holds a service key: server side only. */
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { apiKeyFetch } from '../api-key-fetch.ts'
import type { Database } from './database.types.ts'

export type BackendClient = SupabaseClient<Database>

export type BackendAccess = {
  /** `https://<ref>.supabase.co`, or the local stack's `…/backend`. */
  readonly url: string
  /** Secret key (`sb_secret_…`) or the older service role JWT. */
  readonly serviceKey: string
  /** After so long without an answer a request is given up. */
  readonly timeoutMs?: number
  readonly fetch?: typeof fetch
}

// Above PostgREST's own limit of 8 s for a statement, so that its message arrives rather than ours.
const DEFAULT_TIMEOUT_MS = 15_000

/** A client of the backend with no session, no refresh and no storage. */
export function createBackendClient(access: BackendAccess): BackendClient {
  const timeoutMs = access.timeoutMs ?? DEFAULT_TIMEOUT_MS
  return createClient<Database>(access.url.replace(/\/+$/, ''), access.serviceKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: apiKeyFetch(access.serviceKey, timeoutMs, access.fetch) },
  })
}
