/** The browser's client of the bridge: fetch that turns every fault into an AppError. */
import { z } from 'zod'
import { AppError, type AppErrorKind } from '../../lib/app-error.ts'

const REQUEST_TIMEOUT_MS = 90_000

const problemSchema = z.object({
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  current: z.unknown().optional(),
})

const KIND_OF_STATUS: Readonly<Record<number, AppErrorKind>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  422: 'invalid',
  429: 'rate-limited',
  502: 'contract',
  503: 'unavailable',
  504: 'timeout',
}

/** The AppError for an answer that is a refusal or a fault. */
async function toAnsweredError(response: Response): Promise<AppError> {
  const { status } = response
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined))
  const kind = KIND_OF_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'invalid')
  const retryAfter = Number(response.headers.get('retry-after'))
  if (!problem.success) {
    return new AppError('contract', 'The bridge answered something that is not its own.', {
      status,
      code: 'not_the_bridge',
      hint: 'Check with your admin that the bridge address is right.',
    })
  }
  return new AppError(kind, problem.data.title, {
    status,
    code: problem.data.code,
    hint: problem.data.detail,
    retryAfterSeconds: retryAfter > 0 ? retryAfter : undefined,
    current: problem.data.current,
  })
}

/** The AppError for a request that got no answer. */
function toUnansweredError(cause: unknown): AppError {
  if (cause instanceof DOMException && cause.name === 'TimeoutError') {
    return new AppError('timeout', 'The bridge did not answer in time.', {
      cause,
      hint: 'What you asked for may still be under way. Look again in a moment.',
    })
  }
  return new AppError('network', 'The bridge could not be reached.', {
    cause,
    hint: 'Check your connection and try again.',
  })
}

export type BridgeClient = {
  /** Sends one request and parses its JSON answer; throws AppError. */
  readonly request: <Answer>(
    method: 'get' | 'post',
    path: string,
    schema: z.ZodType<Answer>,
    body?: unknown,
  ) => Promise<Answer>
}

/**
 * @param bridgeUrl the bridge's address, ending in /bridge
 * @param token gives the present access token, or null when signed out
 */
export function createBridgeClient(
  bridgeUrl: string,
  token: () => Promise<string | null>,
): BridgeClient {
  const base = bridgeUrl.replace(/\/+$/, '')
  return {
    request: async (method, path, schema, body) => {
      const bearer = await token()
      const headers = new Headers({ accept: 'application/json' })
      if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`)
      if (body !== undefined) headers.set('content-type', 'application/json')
      // Never repeated here: a launch is not, and reads are asked again by TanStack Query.
      const response = await fetch(`${base}/${path.replace(/^\/+/, '')}`, {
        method: method.toUpperCase(),
        headers,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch((cause: unknown) => {
        throw toUnansweredError(cause)
      })
      if (!response.ok) throw await toAnsweredError(response)
      const answer = schema.safeParse(await response.json().catch(() => undefined))
      if (answer.success) return answer.data
      throw new AppError('contract', 'The bridge answered in a form this page does not know.', {
        code: 'answer_shape',
        hint: 'Reload the page; app and bridge may be of different versions.',
      })
    },
  }
}
