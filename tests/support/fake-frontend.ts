/**
 * A frontend database of canned answers for component tests: the real client library, with a
 * `fetch` that never leaves the process.
 */
import { PostgrestClient } from '@supabase/postgrest-js'
import type { FrontendClient } from '../../src/data/frontend/bridge-clients.ts'
import { provideFrontend } from '../../src/data/frontend/browser-client.ts'
import type { Database } from '../../src/data/frontend/database.types.ts'

export type FakeRequest = {
  /** "GET campaigns", "POST rpc/move_card". */
  readonly call: string
  readonly search: URLSearchParams
  /** The body as JSON, undefined without one. */
  readonly body: unknown
}

export type FakeFrontend = {
  /** What was asked so far, oldest first. */
  readonly requests: readonly FakeRequest[]
}

/** @param answer rows, a value, or a whole Response for what is no plain success */
function toResponse(answer: unknown): Response {
  if (answer instanceof Response) return answer
  const rows = Array.isArray(answer) ? answer.length : 1
  return Response.json(answer, {
    headers: { 'content-range': `0-${Math.max(rows - 1, 0)}/${rows}` },
  })
}

/** An answer as PostgREST gives when our own SQL calls private.fail. */
export function failure(status: number, detail: string, message: string, hint = ''): Response {
  return Response.json({ code: 'P0001', message, details: detail, hint }, { status })
}

/**
 * Provides the tab's frontend client with these answers, by call. A call nobody expected fails the
 * way a missing function does.
 */
export function provideFakeFrontend(
  answers: Readonly<Record<string, (request: FakeRequest) => unknown>>,
): FakeFrontend {
  const requests: FakeRequest[] = []
  const fakeFetch: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const call = `${init?.method ?? 'GET'} ${url.pathname.replace('/rest/v1/', '')}`
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    const request = { call, search: url.searchParams, body }
    requests.push(request)
    const answer = answers[call]
    if (answer === undefined) {
      return Response.json({ code: 'PGRST202', message: `no answer for ${call}` }, { status: 404 })
    }
    return toResponse(await answer(request))
  }
  const rest = new PostgrestClient<Database>('http://127.0.0.1:1/rest/v1', {
    fetch: fakeFetch,
    retry: false,
  })
  provideFrontend({ from: rest.from.bind(rest), rpc: rest.rpc.bind(rest) } as FrontendClient)
  return { requests }
}
