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
  return (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('apikey', apiKey)
    if (headers.get('authorization') === `Bearer ${apiKey}` && apiKey.startsWith('sb_')) {
      headers.delete('authorization')
    }
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout
    return inner(input, { ...init, headers, signal })
  }
}
