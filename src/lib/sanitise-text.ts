const NUL = '\u0000'

/**
 * Takes out what PostgreSQL can't store: NUL, refused in `text` and `jsonb` alike, and lone
 * surrogates, which are no characters. Everything else stays as it was.
 */
export function sanitiseText(text: string): string {
  return text.replaceAll(NUL, '').replace(/\p{Surrogate}/gu, '')
}

/**
 * The same for every text and key inside a JSON value, for `jsonb` columns.
 * What JSON can't hold is returned as it is.
 */
export function sanitiseJson(value: unknown): unknown {
  if (typeof value === 'string') return sanitiseText(value)
  if (Array.isArray(value)) return value.map(sanitiseJson)
  if (value === null || typeof value !== 'object') return value
  // fromEntries defines own properties, so a key `__proto__` stays data.
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [sanitiseText(key), sanitiseJson(inner)]),
  )
}
