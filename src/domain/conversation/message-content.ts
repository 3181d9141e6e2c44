/**
 * The content of one chat message: a text, a list of parts, or LangChain v1's content blocks,
 * reduced to what was said and what else was in it. Walks a bounded number of parts; nothing
 * is dropped in silence, an unknown part leaves a mark in the text.
 */
import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import type { MediaKind } from '../../lib/media-mark.ts'

export type MessageContent = {
  readonly text: string
  readonly media: readonly MediaKind[]
  readonly toolNames: readonly string[]
  /** What the parts are when none of them was said, shown or done: nothing to show by itself. */
  readonly onlyHolds: 'nothing' | 'thoughts' | 'unknown' | null
}

const MAX_PARTS = 200
const UNKNOWN_MARK = '[part that could not be read]'
const THOUGHTS = new Set(['reasoning', 'thinking', 'redacted_thinking'])

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'media'; readonly media: MediaKind }
  | { readonly kind: 'tool'; readonly name: string }
  | { readonly kind: 'thought' }
  | { readonly kind: 'unknown' }

/** Reads a message's `content`, `content_blocks` or `text`, of whatever type that is. */
export function readContent(content: unknown): MessageContent {
  const parts = toList(content).map(readPart)
  const lines = parts.flatMap((part) =>
    part.kind === 'text' ? [part.text] : part.kind === 'unknown' ? [UNKNOWN_MARK] : [],
  )
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    media: parts.flatMap((part) => (part.kind === 'media' ? [part.media] : [])),
    toolNames: parts.flatMap((part) => (part.kind === 'tool' ? [part.name] : [])),
    onlyHolds: onlyHolds(parts),
  }
}

function toList(content: unknown): readonly unknown[] {
  if (content === null || content === undefined) return []
  if (!Array.isArray(content)) return [content]
  const rest = content.length > MAX_PARTS ? [null] : [] // null is read as unknown: the mark of the cut
  return [...(content.slice(0, MAX_PARTS) as unknown[]), ...rest]
}

function onlyHolds(parts: readonly Part[]): MessageContent['onlyHolds'] {
  if (parts.length === 0) return 'nothing'
  if (parts.every((part) => part.kind === 'thought')) return 'thoughts'
  return parts.every((part) => part.kind === 'thought' || part.kind === 'unknown')
    ? 'unknown'
    : null
}

function readPart(part: unknown): Part {
  if (typeof part === 'string') return { kind: 'text', text: part }
  if (typeof part === 'number' || typeof part === 'boolean') {
    return { kind: 'text', text: String(part) }
  }
  if (!isJsonObject(part)) return { kind: 'unknown' }
  const type = typeof part['type'] === 'string' ? part['type'].toLowerCase() : 'text'
  if (THOUGHTS.has(type)) return { kind: 'thought' }
  if (/tool|function_call/.test(type)) return { kind: 'tool', name: nameOf(part) }
  const text = part['text']
  if (type.endsWith('text') && typeof text === 'string') return { kind: 'text', text }
  const media = mediaOf(type)
  return media === null ? { kind: 'unknown' } : { kind: 'media', media }
}

/** `image`, `image_url`, `input_audio`, `video`, `document`, `file`… as one of four kinds. */
export function mediaOf(type: string): MediaKind | null {
  if (/image|sticker/.test(type)) return 'image'
  if (/audio|voice/.test(type)) return 'audio'
  if (type.includes('video')) return 'video'
  return /^(?:input_)?(?:file|document|media)/.test(type) ? 'file' : null
}

function nameOf(part: JsonObject): string {
  return typeof part['name'] === 'string' ? part['name'] : ''
}
