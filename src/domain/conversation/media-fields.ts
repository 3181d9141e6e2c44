/**
 * Media that stands beside a message's content instead of in it, as agents' workflows and WhatsApp's
 * own webhook write it: a MIME type among the fields, or an object called by what it is.
 */
import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import type { MediaKind } from '../../lib/media-mark.ts'
import type { Direction } from './chat-message.ts'
import { mediaOf } from './message-content.ts'

type MediaFields = { readonly media: readonly MediaKind[]; readonly caption: string }

const MIME_KEYS = ['mime', 'mime_type', 'mimetype', 'mimeType', 'media_type', 'content_type']
const CAPTION_KEYS = ['caption', 'note', 'filename', 'file_name']
const HOLDERS = [
  'image',
  'audio',
  'voice',
  'video',
  'document',
  'sticker',
  'file',
  'media',
  'attachment',
  'attachments',
]
const MAX_ITEMS = 20

/** The media among a message's fields with its caption, or null where there is none. */
export function readMediaFields(fields: JsonObject): MediaFields | null {
  const own = kindOfMime(fields)
  if (own !== null) return { media: [own], caption: captionOf(fields) }
  for (const key of HOLDERS) {
    const held = itemsOf(fields[key])
    const media = held.flatMap((item) => kindOfItem(item, key) ?? [])
    if (media.length > 0) {
      const captions = [...held.map(captionOf), captionOf(fields)]
      return { media, caption: captions.find((caption) => caption !== '') ?? '' }
    }
  }
  return null
}

/**
 * Who sent a message that names no role: WhatsApp's webhook tells only of what came in, others say
 * `from_me`. Where nothing says it, nobody is guessed.
 */
export function directionOfMedia(fields: JsonObject): Direction {
  const fromMe = fields['from_me'] ?? fields['fromMe']
  if (typeof fromMe === 'boolean') return fromMe ? 'outbound' : 'inbound'
  const { from, id } = fields
  const isReceived = typeof from === 'string' && typeof id === 'string' && id.startsWith('wamid.')
  return isReceived ? 'inbound' : 'internal'
}

function itemsOf(held: unknown): readonly JsonObject[] {
  return (Array.isArray(held) ? held.slice(0, MAX_ITEMS) : [held]).filter(isJsonObject)
}

function kindOfItem(item: JsonObject, key: string): MediaKind | null {
  const { type } = item
  const named = typeof type === 'string' ? mediaOf(type.toLowerCase()) : null
  return kindOfMime(item) ?? named ?? mediaOf(key)
}

function kindOfMime(fields: JsonObject): MediaKind | null {
  const mime = MIME_KEYS.map((key) => fields[key]).find((value) => typeof value === 'string')
  const [, top] = /^(image|audio|video|application|text)\/./i.exec(mime ?? '') ?? []
  if (top === undefined) return null
  const kind = top.toLowerCase()
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'file'
}

function captionOf(fields: JsonObject): string {
  const caption = CAPTION_KEYS.map((key) => fields[key]).find((value) => typeof value === 'string')
  return caption?.trim() ?? ''
}
