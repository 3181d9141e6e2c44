/** Every way in which I/O can fail, as the caller may want to tell them apart. */
export const APP_ERROR_KINDS = [
  'network', // no answer at all: offline, refused, DNS
  'timeout', // no answer in the time allowed
  'unauthenticated', // no valid sign-in
  'forbidden', // signed in, but not allowed
  'not-found',
  'conflict', // somebody else was faster; the present row is in `current`
  'invalid', // the input was refused; `message` says why
  'rate-limited',
  'unavailable', // the other side is there but can't work now
  'contract', // the other side answered something we can't read
] as const

export type AppErrorKind = (typeof APP_ERROR_KINDS)[number]

const RETRYABLE: ReadonlySet<AppErrorKind> = new Set([
  'network',
  'timeout',
  'rate-limited',
  'unavailable',
])

export type AppErrorDetails = {
  readonly cause?: unknown
  /** Stable machine-readable code: a Postgres SQLSTATE or a problem's `code`. */
  readonly code?: string | undefined
  /** What to do about it, in words for the person at the screen. */
  readonly hint?: string | undefined
  /** Whole seconds the other side asked us to wait. */
  readonly retryAfterSeconds?: number | undefined
  /** HTTP status, if there was an answer. */
  readonly status?: number | undefined
  /** The present state of what the write was about, for `conflict`. */
  readonly current?: unknown
  /** What exactly, worth keeping beside the code: names of tables and columns, say. */
  readonly detail?: string | undefined
}

/**
 * The one error that I/O throws. Retry decisions read `kind`, never a text.
 * Messages and details hold no phone numbers, session ids or message texts.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly kind: AppErrorKind
  readonly code: string | undefined
  readonly hint: string | undefined
  readonly retryAfterSeconds: number | undefined
  readonly status: number | undefined
  readonly current: unknown
  readonly detail: string | undefined

  constructor(kind: AppErrorKind, message: string, details: AppErrorDetails = {}) {
    super(message, { cause: details.cause })
    this.kind = kind
    this.code = details.code
    this.hint = details.hint
    this.retryAfterSeconds = details.retryAfterSeconds
    this.status = details.status
    this.current = details.current
    this.detail = details.detail
  }

  /** True where the same request may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return RETRYABLE.has(this.kind)
  }
}

/** Narrows an unknown thrown value, of whatever kind or of the given ones. */
export function isAppError(error: unknown, ...kinds: readonly AppErrorKind[]): error is AppError {
  return error instanceof AppError && (kinds.length === 0 || kinds.includes(error.kind))
}
