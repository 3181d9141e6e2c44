/**
 * What a session's `objectives` say, from whatever an agent wrote there. One odd value never
 * hides the others: it becomes an issue, for a person to look at, and counts as no value.
 */
import { sanitiseText } from '../../lib/sanitise-text.ts'
import { ownType, type ObjectiveTemplate, type ObjectiveType } from './objective-template.ts'
import { isNoValue, readObjectiveValue, type ObjectiveValue } from './read-objective-value.ts'

export const OBJECTIVE_ISSUE_CODES = [
  'absent', // there are no objectives at all: usual for a session that has just begun
  'not-an-object',
  'odd-boolean',
  'odd-number',
  'odd-text',
  'odd-value', // of no known type, and neither text, number nor boolean
] as const

export type ObjectiveIssueCode = (typeof OBJECTIVE_ISSUE_CODES)[number]

export type ObjectiveIssue = {
  readonly code: ObjectiveIssueCode
  /** Null where the whole is odd. */
  readonly key: string | null
  /** The beginning of what was found. It may hold personal data: show it, don't log it. */
  readonly found: string
}

export type ObjectiveValues = {
  /** Keys that have a value; the others are not known yet. */
  readonly values: Readonly<Record<string, ObjectiveValue>>
  readonly issues: readonly ObjectiveIssue[]
}

const FOUND_LENGTH = 200

const CODE_OF_TYPE: Readonly<Record<ObjectiveType, ObjectiveIssueCode>> = {
  boolean: 'odd-boolean',
  number: 'odd-number',
  string: 'odd-text',
}

function beginningOf(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? '')
  return sanitiseText(text.slice(0, FOUND_LENGTH))
}

function isPlainObject(raw: unknown): raw is object {
  return raw !== null && typeof raw === 'object' && !Array.isArray(raw)
}

/** `{value, …}` holds its value; an object without one is the template a session starts with. */
function valueIn(raw: unknown): unknown {
  if (!isPlainObject(raw)) return raw
  return 'value' in raw ? raw.value : null
}

/**
 * Parses `key: value` and `key: {value, …}`. `template` gives the types; without it, an
 * object's own `type` counts, then the look of the value.
 */
export function parseObjectiveValues(
  raw: unknown,
  template: ObjectiveTemplate = {},
): ObjectiveValues {
  if (!isPlainObject(raw)) {
    const code = raw === null || raw === undefined ? 'absent' : 'not-an-object'
    return { values: {}, issues: [{ code, key: null, found: beginningOf(raw) }] }
  }
  const values: [string, ObjectiveValue][] = []
  const issues: ObjectiveIssue[] = []
  for (const [rawKey, entry] of Object.entries(raw) as [string, unknown][]) {
    const given = valueIn(entry)
    if (isNoValue(given)) continue
    const key = sanitiseText(rawKey)
    const known = Object.hasOwn(template, key) ? template[key]?.type : undefined
    const type = known ?? (isPlainObject(entry) ? ownType(entry) : null)
    const value = readObjectiveValue(given, type)
    if (value === null) {
      const code = type === null ? 'odd-value' : CODE_OF_TYPE[type]
      issues.push({ code, key, found: beginningOf(given) })
    } else values.push([key, value])
  }
  return { values: Object.fromEntries(values), issues }
}
