import { type AppErrorKind, isAppError } from '../../lib/app-error.ts'

export type ErrorWords = {
  /** What happened. */
  readonly title: string
  /** What to do about it. */
  readonly advice: string
  /** Whether pressing "Try again" can help. */
  readonly canRetry: boolean
}

const WORDS: Record<AppErrorKind, ErrorWords> = {
  network: {
    title: 'Rollcall can’t be reached',
    advice: 'Check your connection, then try again.',
    canRetry: true,
  },
  timeout: {
    title: 'The answer took too long',
    advice: 'Try again; if it stays slow, narrow what you ask for.',
    canRetry: true,
  },
  unauthenticated: {
    title: 'Your sign-in has expired',
    advice: 'Sign in again. What you entered is still here.',
    canRetry: true,
  },
  forbidden: {
    title: 'You don’t have access to this',
    advice: 'Ask an admin if you need it.',
    canRetry: false,
  },
  'not-found': {
    title: 'This doesn’t exist any more',
    advice: 'It may have been deleted, or it belongs to another office.',
    canRetry: false,
  },
  conflict: {
    title: 'Someone else changed this first',
    advice: 'Look at the present version, then make your change again.',
    canRetry: false,
  },
  invalid: {
    title: 'This was not accepted',
    advice: 'Correct what is marked and send it again.',
    canRetry: false,
  },
  'rate-limited': {
    title: 'Too many requests at once',
    advice: 'Wait a moment, then try again.',
    canRetry: true,
  },
  unavailable: {
    title: 'The other side can’t work right now',
    advice: 'Try again in a minute; if it lasts, tell an admin.',
    canRetry: true,
  },
  contract: {
    title: 'The answer could not be read',
    advice: 'Reload the page; if it happens again, tell an admin.',
    canRetry: true,
  },
}

/** Kinds whose own message was written for people and says more than the general words. */
const TELLING: ReadonlySet<AppErrorKind> = new Set(['invalid', 'conflict', 'unavailable'])

const MISSING_PART: ErrorWords = {
  title: 'This part of Rollcall could not be loaded',
  advice: 'Reload the page: Rollcall may have been updated.',
  canRetry: false,
}

const FAULT: ErrorWords = {
  title: 'This page stopped because of a fault in Rollcall',
  advice: 'Reload the page; if it happens again, tell an admin what you were doing.',
  canRetry: true,
}

/** True for a failed download of a part of the app, as Vite, Chromium, Firefox and Safari word it. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /unable to preload css|dynamically imported module|importing a module script failed/i.test(
      error.message,
    )
  )
}

/** Puts any thrown value into words: what happened, then what to do. */
export function describeError(error: unknown): ErrorWords {
  if (isMissingPart(error)) return navigator.onLine ? MISSING_PART : WORDS.network
  if (!isAppError(error)) return FAULT
  // A fault of the database's own is nothing that anybody wrote wrong, and its words are no advice.
  if (error.kind === 'invalid' && (error.status ?? 0) >= 500) return WORDS.unavailable
  const words = WORDS[error.kind]
  const telling = TELLING.has(error.kind) && error.message !== ''
  return {
    title: telling ? error.message.replace(/\.$/, '') : words.title,
    advice: error.hint ?? words.advice,
    canRetry: words.canRetry,
  }
}
