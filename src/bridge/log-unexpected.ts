/** Faults that nobody foresaw, for the operator's log. */
import { isAppError } from '../lib/app-error.ts'

const FRAMES = 3

/**
 * Logs where an unforeseen fault came from: its name, its SQLSTATE if it has one, and the first places
 * of the code. Never its message or anything else of it, which may hold a phone, a session id or a row.
 * What an AppError tells is foreseen, and told where it belongs.
 */
export function logUnexpected(part: string, cause: unknown): void {
  if (isAppError(cause)) return
  if (!(cause instanceof Error)) {
    console.error(`bridge fault in ${part}: something thrown that is no error (${typeof cause})`)
    return
  }
  const given = 'code' in cause ? String(cause.code) : ''
  const code = /^[0-9A-Z]{5}$/.test(given) ? ` ${given}` : ''
  const frames = placesOf(cause.stack ?? '').slice(0, FRAMES)
  const from = frames.length === 0 ? '' : ` at ${frames.join(' < ')}`
  console.error(`bridge fault in ${part}: ${cause.constructor.name}${code}${from}`)
}

/** `file.ts:12` of each frame; a message may hold lines that look like frames, so paths only. */
function placesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .flatMap((line) => /\/([a-z.-]+\.[a-z]{2,3}:\d+):\d+\)?$/.exec(line)?.[1] ?? [])
}
