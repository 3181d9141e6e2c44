/**
 * The one place that turns supabase-js's `{data, error}` into a value or an AppError.
 *
 * Our own SQL functions raise P0001 with `detail` = '<kind>:<code>' and the advice in `hint`
 * (private.fail); everything else is told apart by SQLSTATE, PostgREST code and HTTP status.
 */
import { AppError, type AppErrorKind } from '../lib/app-error.ts'
import { retryAfterOf } from './api-key-fetch.ts'

type Failure = {
  readonly message: string
  readonly code?: string | null
  readonly details?: string | null
  readonly hint?: string | null
}

type Answer<Data> = {
  readonly data: Data
  readonly error: Failure | null
  readonly status: number
  readonly statusText?: string
}

const OUR_KINDS: Readonly<Record<string, AppErrorKind>> = {
  conflict: 'conflict',
  forbidden: 'forbidden',
  not_found: 'not-found',
  invalid: 'invalid',
}

/** SQLSTATE classes that pass by themselves: rollback, resources, operator intervention, system. */
const PASSING_CLASSES: ReadonlySet<string> = new Set(['08', '40', '53', '57', '58'])

function kindOf(failure: Failure, status: number): AppErrorKind {
  const code = failure.code ?? ''
  const ours = code === 'P0001' ? OUR_KINDS[(failure.details ?? '').split(':')[0] ?? ''] : undefined
  if (ours) return ours
  if (code === 'PGRST301' || code === 'PGRST303' || status === 401) return 'unauthenticated'
  if (code === '42501' || status === 403) return 'forbidden'
  if (code === 'PGRST202' || code === 'PGRST205' || code === '42P01' || code === '42883')
    return 'contract'
  // An address or a link names something by what is no id: nothing is there.
  if (code === '22P02' && failure.message.includes('type uuid')) return 'not-found'
  if (code === '57014') return 'timeout'
  if (/^[0-9A-Z]{5}$/.test(code)) {
    return PASSING_CLASSES.has(code.slice(0, 2)) ? 'unavailable' : 'invalid'
  }
  if (status === 429) return 'rate-limited'
  if (status >= 500) return 'unavailable'
  if (status === 0) return /abort|timed? ?out/i.test(failure.message) ? 'timeout' : 'network'
  return 'invalid'
}

const WORDS: Readonly<Partial<Record<AppErrorKind, readonly [message: string, hint: string]>>> = {
  network: ['The database could not be reached.', 'Check your connection and try again.'],
  timeout: ['The database did not answer in time.', 'Try again; ask for less if it happens again.'],
  unauthenticated: [
    'Your sign-in has expired.',
    'Sign in again; what you entered stays on the page.',
  ],
  forbidden: ['You are not allowed to do this.', 'Ask an admin to change your role or office.'],
  'not-found': ['Nothing is there under this id.', 'Check the address, or open it from its list.'],
  unavailable: ['The database cannot work just now.', 'Try again in a moment.'],
  'rate-limited': ['Too many requests at once.', 'Wait a moment and try again.'],
  contract: [
    'The database lacks something this version needs.',
    'Ask your admin to apply the newest migrations.',
  ],
}

/** The AppError for a failed answer. Messages of unknown faults hold no row contents. */
export function toDataError(failure: Failure, status: number, statusText?: string): AppError {
  const kind = kindOf(failure, status)
  const ours = failure.code === 'P0001'
  const [message, hint] = WORDS[kind] ?? [failure.message, failure.hint ?? undefined]
  return new AppError(kind, ours ? failure.message : message, {
    cause: failure,
    code: ours ? (failure.details ?? '').split(':').slice(1).join(':') : failure.code || undefined,
    hint: ours ? (failure.hint ?? undefined) : hint,
    status,
    retryAfterSeconds: retryAfterOf(statusText),
  })
}

/**
 * The data of an answer.
 *
 * @throws AppError where the answer holds an error
 */
export function unwrap<Data>(answer: Answer<Data>): Data {
  if (answer.error !== null) throw toDataError(answer.error, answer.status, answer.statusText)
  return answer.data
}
