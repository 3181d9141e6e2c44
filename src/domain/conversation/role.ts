import type { JsonObject } from '../../lib/json.ts'

/** What a row of chat history is, by its type, role or sender. */
export type Role = 'inbound' | 'outbound' | 'tool' | 'system' | 'remove'

// A Map, since a message may well say `type: "constructor"`.
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['human', 'inbound'],
  ['user', 'inbound'],
  ['candidate', 'inbound'],
  ['contact', 'inbound'],
  ['ai', 'outbound'],
  ['assistant', 'outbound'],
  ['agent', 'outbound'],
  ['bot', 'outbound'],
  ['model', 'outbound'],
  ['tool', 'tool'],
  ['function', 'tool'],
  ['system', 'system'],
  ['developer', 'system'],
  ['remove', 'remove'],
])

/**
 * The role that a message's `type`, `role` or `sender` names, or null. A `generic` or `chat`
 * message says it in `role`; class names such as `AIMessageChunk` are understood.
 */
export function roleOf(fields: JsonObject): Role | null {
  for (const key of ['type', 'role', 'sender']) {
    const named = fields[key]
    const role = typeof named === 'string' ? ROLES.get(toRoleName(named)) : undefined
    if (role !== undefined) return role
  }
  return null
}

function toRoleName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/message(?:chunk)?$/, '')
}
