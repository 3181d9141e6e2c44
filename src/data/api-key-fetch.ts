import { parseRetryAfter } from '../lib/retry-after.ts'

/**
 * A fetch for clients that sign in with an API key rather than a person's token: the key goes into
 * `apikey` only, because an `authorization` header must hold a JWT and hosted Supabase refuses others.
 *
 * @param apiKey the publishable or secret key (`sb_…`), or a legacy JWT key
 * @param timeoutMs after so long without an answer the request is given up
 */
export function apiKeyFetch(
  apiKey: string,
  timeoutMs: number,
  inner: typeof fetch = fetch,
): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('apikey', apiKey)
    if (headers.get('authorization') === `Bearer ${apiKey}` && apiKey.startsWith('sb_')) {
      headers.delete('authorization')
    }
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout
    return keepRetryAfter(await inner(input, { ...init, headers, signal }))
  }
}

const RETRY_AFTER = /^Retry-After: (?<seconds>\d+)$/

/** supabase-js hands on no headers, only the status text, so what counts is written there. */
function keepRetryAfter(response: Response): Response {
  if (response.status !== 429 && response.status !== 503) return response
  const seconds = parseRetryAfter(response.headers.get('retry-after'), Date.now())
  if (seconds === null) return response
  const { status, headers, body } = response
  return new Response(body, { status, headers, statusText: `Retry-After: ${seconds}` })
}

/** Seconds that an answer asked to wait, from the status text that `apiKeyFetch` left. */
export function retryAfterOf(statusText: string | undefined): number | undefined {
  const seconds = RETRY_AFTER.exec(statusText ?? '')?.groups?.['seconds']
  return seconds === undefined ? undefined : Number(seconds)
}
