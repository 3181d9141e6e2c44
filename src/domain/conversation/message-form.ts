import { isJsonObject, parseJsonText, type JsonObject } from '../../lib/json.ts'

/** Fields whose value says what a record is, never who or what was said. */
const NAMING = new Set(['type', 'event', 'kind'])
const MAX_FIELDS = 12
const PLAIN = /^[A-Za-z][A-Za-z_-]{0,29}$/

/**
 * What an unreadable message looks like, without anything it says: `{event: ping, at}`. Messages of one
 * form come from one cause, so a person looks at them together.
 *
 * @param raw the message as JSON text, possibly cut
 */
export function messageForm(raw: string): string {
  const value = parseJsonText(raw)
  if (isJsonObject(value)) return `{${fieldsOf(value).join(', ')}}`
  if (Array.isArray(value)) return 'a list'
  if (value === undefined) return raw.startsWith('{') ? 'a long object' : 'a text'
  return value === null ? 'nothing' : `a ${typeof value}`
}

function fieldsOf(value: JsonObject): readonly string[] {
  const names = Object.keys(value).toSorted()
  // A name with digits or spaces in it may be somebody's number or name.
  const shown = names.filter((name) => PLAIN.test(name)).slice(0, MAX_FIELDS)
  const fields = shown.map((name) => {
    const said = NAMING.has(name) ? value[name] : undefined
    return typeof said === 'string' && PLAIN.test(said) ? `${name}: ${said}` : name
  })
  return shown.length < names.length ? [...fields, '…'] : fields
}
