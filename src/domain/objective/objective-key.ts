import { asciiWords } from '../../lib/ascii-words.ts'

// The frontend allows 120 characters; the rest is room for "matrix_" and a number.
const MAX_LENGTH = 100

const FALLBACK = 'target'
const MATRIX_PREFIX = 'matrix_'
const MATRIX_FALLBACK = 'question'

function snakeCase(name: string): string {
  return asciiWords(name).join('_').slice(0, MAX_LENGTH).replace(/_$/, '')
}

/**
 * The key under which a target travels: snake_case of its name in ASCII, "Knows a referee" →
 * `knows_a_referee`. A name that can't be spelt in ASCII is `target`.
 */
export function objectiveKey(name: string): string {
  return snakeCase(name) || FALLBACK
}

/** The key of a matrix: `matrix_` and snake_case of its name. */
export function matrixKey(name: string): string {
  return MATRIX_PREFIX + (snakeCase(name) || MATRIX_FALLBACK)
}

/**
 * The same keys in the same order, each once: later ones of a kind become `key_2`, `key_3`.
 * Give all keys of a campaign, targets and matrices, since they share one object.
 */
export function uniqueKeys(keys: readonly string[]): string[] {
  const taken = new Set<string>()
  return keys.map((key) => {
    let unique = key
    for (let count = 2; taken.has(unique); count += 1) unique = `${key}_${count}`
    taken.add(unique)
    return unique
  })
}
