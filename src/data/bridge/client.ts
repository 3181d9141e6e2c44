/** The browser's client of the bridge: one ky instance that turns every fault into an AppError. */
import ky, { HTTPError, TimeoutError, type KyInstance } from 'ky'
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

function fromHttpError(error: HTTPError): AppError {
  const status = error.response.status
  const problem = problemSchema.safeParse(error.data)
  const kind = KIND_OF_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'invalid')
  const retryAfter = Number(error.response.headers.get('retry-after'))
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

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof HTTPError) return fromHttpError(error)
  if (error instanceof TimeoutError) {
    return new AppError('timeout', 'The bridge did not answer in time.', {
      cause: error,
      hint: 'What you asked for may still be under way. Look again in a moment.',
    })
  }
  return new AppError('network', 'The bridge could not be reached.', {
    cause: error,
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
  const http: KyInstance = ky.create({
    prefix: bridgeUrl,
    timeout: REQUEST_TIMEOUT_MS,
    retry: 0, // a launch is never repeated by the transport; queries are retried by TanStack Query
  })
  return {
    request: async (method, path, schema, body) => {
      try {
        const bearer = await token()
        const response = await http(path.replace(/^\//, ''), {
          method,
          ...(bearer === null ? {} : { headers: { authorization: `Bearer ${bearer}` } }),
          ...(body === undefined ? {} : { json: body }),
        })
        const answer = schema.safeParse(await response.json())
        if (answer.success) return answer.data
        throw new AppError('contract', 'The bridge answered in a form this page does not know.', {
          code: 'answer_shape',
          hint: 'Reload the page; app and bridge may be of different versions.',
        })
      } catch (error) {
        throw toAppError(error)
      }
    },
  }
}
