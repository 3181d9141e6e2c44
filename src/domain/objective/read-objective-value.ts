import { sanitiseText } from '../../lib/sanitise-text.ts'
import type { ObjectiveType } from './objective-template.ts'

/** What is known of an objective. `false` is an answer, not a refusal to give one. */
export type ObjectiveValue = string | number | boolean

/** What agents write for a boolean instead of one (design, section 6, "Objective values"). */
const BOOLEAN_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', 'completed', 'complete', 'done'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', 'not completed', 'not complete', 'incomplete', 'not done'].map(
    (word) => [word, false] as const,
  ),
])

const PLAIN_NUMBER = /^[£$€]?(-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)$/

function readBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return null
  const word = value
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[.!]+$/, '')
  return BOOLEAN_WORDS.get(word) ?? null
}

function readNumber(value: unknown): number | null {
  const digits = typeof value === 'string' ? PLAIN_NUMBER.exec(value)?.[1] : undefined
  const number = digits === undefined ? value : Number(digits.replaceAll(',', ''))
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function readText(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return null
  // Agents answer "which trades?" with a list.
  const texts = value.filter((item) => typeof item === 'string' || typeof item === 'number')
  return texts.length === value.length ? texts.join(', ') : null
}

/** True for what means "not known yet". */
export function isNoValue(value: unknown): boolean {
  if (typeof value === 'string') return sanitiseText(value).trim() === ''
  return value === null || value === undefined || (Array.isArray(value) && value.every(isNoValue))
}

/**
 * Reads a value that is there as the given type, or, where the type is not known, as what it
 * looks like. Null where it can't be read so.
 */
export function readObjectiveValue(
  raw: unknown,
  type: ObjectiveType | null,
): ObjectiveValue | null {
  const value = typeof raw === 'string' ? sanitiseText(raw).trim() : raw
  switch (type) {
    case 'boolean':
      return readBoolean(value)
    case 'number':
      return readNumber(value)
    case 'string':
      return sanitised(readText(value))
    case null:
      return (
        readBoolean(value) ??
        (typeof value === 'number' ? readNumber(value) : sanitised(readText(value)))
      )
  }
}

function sanitised(text: string | null): string | null {
  return text === null ? null : sanitiseText(text)
}
