/** A voice provider's analysis of a call, of any shape, as facts to be read. */
import { isJsonObject } from '../../lib/json.ts'

export type AnalysisFact = {
  /** The path to it, in the provider's words: `call_analysis`, `user_sentiment`. */
  readonly path: readonly string[]
  readonly value: string | number | boolean
}

const MOST_FACTS = 60
const DEEPEST = 4

/** Shown elsewhere: the summary above the facts, the transcript below them. */
const LEFT_OUT = /(^|_)summary$|^transcript/i

/** Every plain value with the path to it, in their order; lists of plain values are one text. */
export function analysisFacts(analysis: unknown): readonly AnalysisFact[] {
  return read(analysis, []).slice(0, MOST_FACTS)
}

function read(value: unknown, path: readonly string[]): readonly AnalysisFact[] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return [{ path, value }]
  }
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    return value.length === 0 ? [] : [{ path, value: value.map(String).join(', ') }]
  }
  if (path.length >= DEEPEST) return [{ path, value: JSON.stringify(value) }]
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => read(item, [...path, String(index + 1)]))
  }
  if (!isJsonObject(value)) return []
  return Object.entries(value)
    .filter(([key]) => !LEFT_OUT.test(key))
    .flatMap(([key, inner]) => read(inner, [...path, key]))
}
