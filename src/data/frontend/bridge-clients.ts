/** The bridge's two ways into the frontend database: as itself, and as the person who asks. */
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { apiKeyFetch } from '../api-key-fetch.ts'
import type { Database } from './database.types.ts'

/** What rows are read and written through; the browser's client has no more than this. */
export type FrontendClient = Pick<SupabaseClient<Database>, 'from' | 'rpc'>

/** A client outside the browser. */
export type FrontendServerClient = SupabaseClient<Database>

/** Hosted Supabase ends a statement of the service role after 8 s; the rest is for the way. */
const REQUEST_TIMEOUT_MS = 15_000

const NO_SESSION = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }

export type ServiceClientOptions = {
  readonly url: string
  readonly serviceKey: string
  readonly fetch?: typeof fetch
}

/** A client that may do everything. Use it only after the asker's right was checked. */
export function createServiceClient(options: ServiceClientOptions): FrontendServerClient {
  return createClient<Database>(options.url, options.serviceKey, {
    auth: NO_SESSION,
    global: { fetch: apiKeyFetch(options.serviceKey, REQUEST_TIMEOUT_MS, options.fetch) },
  })
}

export type UserClientOptions = {
  readonly url: string
  readonly anonKey: string
  readonly token: string
  readonly fetch?: typeof fetch
}

/** A client that sees what the person with this token sees. */
export function createUserClient(options: UserClientOptions): FrontendServerClient {
  return createClient<Database>(options.url, options.anonKey, {
    auth: NO_SESSION,
    accessToken: () => Promise.resolve(options.token),
    global: { fetch: apiKeyFetch(options.anonKey, REQUEST_TIMEOUT_MS, options.fetch) },
  })
}
