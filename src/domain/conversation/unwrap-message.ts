import { isJsonObject, parseJsonText, type JsonObject } from '../../lib/json.ts'

const MAX_NESTING = 5

/**
 * The fields of a stored message, through JSON texts (of JSON texts), LangChain's nested
 * `{type, data}` and its constructor form `{lc, type: "constructor", id, kwargs}`; null where
 * there is no object to be found.
 */
export function unwrapMessage(raw: unknown, depth = 0): JsonObject | null {
  if (depth > MAX_NESTING) return null
  if (typeof raw === 'string') {
    const parsed = parseJsonText(raw)
    return parsed === undefined ? null : unwrapMessage(parsed, depth + 1)
  }
  if (!isJsonObject(raw)) return null
  const { data, kwargs } = raw
  if (raw['type'] === 'constructor' && isJsonObject(kwargs)) {
    const className: unknown = Array.isArray(raw['id']) ? raw['id'].at(-1) : undefined
    return { ...kwargs, type: className }
  }
  if (data === undefined || 'content' in raw || 'text' in raw) return raw
  const inner = unwrapMessage(data, depth + 1)
  return inner === null ? raw : { ...inner, type: raw['type'] ?? inner['type'] }
}
