/** Every error of the bridge as an RFC 9457 problem with a stable `code`. */
import type { AppErrorKind } from '../lib/app-error.ts'
import { AppError } from '../lib/app-error.ts'

export type Problem = {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  /** Stable; clients branch on it. */
  readonly code: string
  /** What to do, for the person at the screen. */
  readonly detail: string
  /** Of a conflict: the present state of what the request was about. */
  readonly current?: unknown
}

const STATUS_OF: Readonly<Record<AppErrorKind, number>> = {
  network: 502,
  timeout: 504,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  'rate-limited': 429,
  unavailable: 503,
  contract: 502,
}

/** The problem for a thrown value. An unknown one says nothing of its inside. */
export function toProblem(error: unknown): Problem {
  if (error instanceof AppError) {
    return {
      type: 'about:blank',
      title: error.message,
      status: STATUS_OF[error.kind],
      code: error.code ?? error.kind,
      detail: error.hint ?? '',
      ...(error.current === undefined ? {} : { current: error.current }),
    }
  }
  return {
    type: 'about:blank',
    title: 'The bridge failed on this request.',
    status: 500,
    code: 'bridge_fault',
    detail: 'Try again. If it happens again, give your admin the time and what you did.',
  }
}

/** The HTTP answer for a problem. */
export function problemResponse(problem: Problem, retryAfterSeconds?: number): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}
