/** What goes wrong at the backend, in words for the operator, who is the one to do something. */
import { AppError, type AppErrorKind } from '../../lib/app-error.ts'
import { toDataError } from '../unwrap.ts'

type Answer<Data> = {
  readonly data: Data
  readonly error: Parameters<typeof toDataError>[0] | null
  readonly status: number
  readonly statusText?: string
}

type Words = readonly [kind: AppErrorKind, code: string, message: string, hint: string]

const TRY_AGAIN = 'Rollcall tries again by itself; look at the backend if it goes on.'
const WRONG_KEY: Words = [
  'forbidden',
  'backend_key_refused',
  'The backend refuses the service key.',
  'Check BACKEND_SERVICE_KEY: the secret key of that very project.',
]
const NOT_INSTALLED: Words = [
  'contract',
  'backend_not_installed',
  "The backend lacks Rollcall's functions.",
  'Run npm run backend:install on the backend database.',
]
const NOT_A_BACKEND: Words = [
  'contract',
  'not_a_backend',
  'What answers at the address of the backend is no database API.',
  'Check BACKEND_URL.',
]

/** A table or column that Rollcall reads is missing or of another kind; `detail` names what. */
export const SCHEMA_DRIFT = 'backend_schema_drift'

/** SQLSTATEs and PostgREST's codes that mean something particular here. */
const OF_CODE: Readonly<Record<string, Words>> = {
  PGRST202: NOT_INSTALLED,
  '42883': NOT_INSTALLED,
  PGRST301: WRONG_KEY,
  PGRST302: WRONG_KEY,
  PGRST303: WRONG_KEY,
  '42501': WRONG_KEY,
}

const OF_KIND: Readonly<Partial<Record<AppErrorKind, Words>>> = {
  network: ['network', 'backend_unreachable', 'The backend can not be reached.', TRY_AGAIN],
  timeout: ['timeout', 'backend_slow', 'The backend did not answer in time.', TRY_AGAIN],
  unavailable: ['unavailable', 'backend_down', 'The backend can not work just now.', TRY_AGAIN],
  'rate-limited': [
    'rate-limited',
    'backend_busy',
    'The backend asks for fewer requests.',
    TRY_AGAIN,
  ],
  unauthenticated: WRONG_KEY,
  forbidden: WRONG_KEY,
}

/** The data of an answer of the backend. @throws AppError where it holds an error */
export function unwrapBackend<Data>(answer: Answer<Data>): Data {
  if (answer.error === null) return answer.data
  const { error, status, statusText } = answer
  const code = error.code ?? ''
  const base = toDataError(error, status, statusText)
  const missing = missingPart(code, error.message)
  if (missing !== null) {
    const hint =
      "Ask the agents' side what changed; npm run backend:test shows all that is missing."
    throw new AppError('contract', `The backend has no ${missing}.`, {
      cause: error,
      code: SCHEMA_DRIFT,
      hint,
      detail: `${missing} is missing`,
      status,
    })
  }
  // The database and PostgREST give every fault a code.
  const isForeign = code === '' && base.kind === 'invalid'
  const words = OF_CODE[code] ?? (isForeign ? NOT_A_BACKEND : OF_KIND[base.kind])
  if (words === undefined || code === 'P0001') throw base
  const [kind, ourCode, message, hint] = words
  const { retryAfterSeconds } = base
  throw new AppError(kind, message, {
    cause: error,
    code: ourCode,
    hint,
    status,
    retryAfterSeconds,
  })
}

/** An answer that is not what our functions give. */
export function unreadableAnswer(cause: unknown): AppError {
  return new AppError('contract', "The backend's answer can not be read.", {
    cause,
    code: 'backend_answer_unreadable',
    hint: 'Run npm run backend:install: another version of Rollcall may have installed its part.',
  })
}

// `relation "public.chat_history" does not exist`, `Could not find the table 'public.x' …`,
// `column i.tz does not exist`, `column session_info.tz does not exist`
function missingPart(code: string, message: string): string | null {
  if (code === '42P01' || code === 'PGRST205') {
    const table = /(?:relation|table) ["'](?:public\.)?(\w+)["']/.exec(message)?.[1]
    return table === undefined ? 'such table' : `table ${table}`
  }
  if (code === '42703') {
    const column = /column "?([\w.]+)"? /.exec(message)?.[1]
    return column === undefined ? 'such column' : `column ${column}`
  }
  return null
}
