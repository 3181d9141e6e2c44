/** An object read from outside, of which nothing is known yet. */
export type JsonObject = { readonly [key: string]: unknown }

/** True for objects that are neither null nor lists. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The value of a JSON text, or undefined where it is no JSON or longer than `maxLength`
 * characters: text from outside must not cost more than it may be worth.
 */
export function parseJsonText(text: string, maxLength = 1_000_000): unknown {
  if (text.length > maxLength) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
