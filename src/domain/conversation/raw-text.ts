import { sanitiseText } from '../../lib/sanitise-text.ts'

/** Enough to see what it was; a whole payload doesn't belong on a page. */
const MAX_RAW_LENGTH = 10_000

/** A value as JSON text for people to look at: storable, cut, and never an exception. */
export function toRawText(value: unknown): string {
  const text = typeof value === 'string' ? value : stringify(value)
  const cut = text.length > MAX_RAW_LENGTH ? `${text.slice(0, MAX_RAW_LENGTH - 1)}…` : text
  return sanitiseText(cut)
}

function stringify(value: unknown): string {
  try {
    // JSON.stringify answers undefined for what JSON can't hold, whatever its type says.
    return (JSON.stringify(value, withBigInts) as string | undefined) ?? String(value)
  } catch {
    return '[value that could not be written as JSON]' // circular, or nested too deep
  }
}

function withBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}
