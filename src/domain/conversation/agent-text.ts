/**
 * What the agent said, out of what its workflow stored: n8n puts a list of tools in front of
 * it, and a structured-output parser leaves the JSON that held it.
 */
import { isJsonObject, parseJsonText } from '../../lib/json.ts'

export type AgentText = { readonly text: string; readonly toolNote?: string }

const TOOLS_PREFIX = /^\s*\[Used tools:/i
const FENCE = /^```(?:json)?\s*([\s\S]*?)\s*```$/i
const SPOKEN_KEYS = ['message', 'output', 'text', 'response', 'reply', 'answer', 'content'] as const
const MAX_DEPTH = 5
const MAX_PARTS = 200

/** Splits off the tools' note, then unwraps JSON such as `{"output":{"message":"…"}}`. */
export function readAgentText(stored: string): AgentText {
  const { text, toolNote } = splitToolNote(stored)
  const unwrapped = unwrapSpoken(text) ?? text
  if (toolNote !== undefined) return { text: unwrapped, toolNote }
  return unwrapped === text ? { text } : splitToolNote(unwrapped)
}

/** The sentence inside a structured answer, or null where none can be told apart. */
export function unwrapSpoken(value: unknown, depth = 0): string | null {
  if (depth > MAX_DEPTH) return null
  if (typeof value === 'string') return unwrapText(value, depth)
  if (Array.isArray(value)) return joinSpoken(value, depth)
  if (!isJsonObject(value)) return null
  for (const key of SPOKEN_KEYS) {
    const inner = value[key]
    if (inner !== undefined) {
      const spoken = unwrapSpoken(inner, depth + 1)
      if (spoken !== null) return spoken
    }
  }
  return null
}

/** A list of parts counts only if each says something, or a list of data would be shown as talk. */
function joinSpoken(parts: readonly unknown[], depth: number): string | null {
  const texts = parts.slice(0, MAX_PARTS).map((part) => unwrapSpoken(part, depth + 1))
  const said = texts.filter((text) => text !== null)
  return said.length > 0 && said.length === parts.length ? said.join('\n') : null
}

function unwrapText(text: string, depth: number): string | null {
  const bare = (FENCE.exec(text.trim())?.[1] ?? text).trim()
  const parsed = /^[{"]/.test(bare) ? parseJsonText(bare) : undefined
  const inner = parsed === undefined ? null : unwrapSpoken(parsed, depth + 1)
  // At the top a plain sentence is no wrapping; further in, it is what was looked for.
  return inner ?? (depth > 0 && !isJsonObject(parsed) ? text : null)
}

function splitToolNote(text: string): AgentText {
  if (!TOOLS_PREFIX.test(text)) return { text }
  const end = closingBracket(text, true) ?? closingBracket(text, false)
  // Without its end the note can't be told from the message: better to show too much.
  if (end === null) return { text }
  const open = text.indexOf('[')
  return { text: text.slice(end + 1).trimStart(), toolNote: text.slice(open + 1, end).trim() }
}

/**
 * Where the first bracket closes. Tool results may hold brackets of their own; inside quotes
 * they don't count, unless the quotes don't pair up, then the caller counts all of them.
 */
function closingBracket(text: string, skipsQuoted: boolean): number | null {
  let depth = 0
  let isQuoted = false
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]
    if (skipsQuoted && char === '\\' && isQuoted) index += 1
    else if (skipsQuoted && char === '"') isQuoted = !isQuoted
    else if (!isQuoted && char === '[') depth += 1
    else if (!isQuoted && char === ']' && (depth -= 1) === 0) return index
  }
  return null
}
