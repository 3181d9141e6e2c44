/**
 * One row's `message` of `chat_history` into a `ChatMessage`: every shape that LangChain and
 * the agents write, and anything else as an unreadable message.
 *
 * - Never throws and never drops: each input gives exactly one message.
 * - Bounded: nesting, parts and lengths are limited, so one row can't cost more than it is worth.
 * - Texts are storable: no NUL, no halves of surrogate pairs.
 */
import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import { sanitiseText } from '../../lib/sanitise-text.ts'
import { readAgentText, unwrapSpoken } from './agent-text.ts'
import type { ChatMessage, DeliveryStatus, Direction } from './chat-message.ts'
import { parseDeliveryFailure } from './delivery-failure.ts'
import { directionOfMedia, readMediaFields } from './media-fields.ts'
import { readContent, type MessageContent } from './message-content.ts'
import { parseOwnTime } from './own-time.ts'
import { toRawText } from './raw-text.ts'
import { roleOf } from './role.ts'
import { calledTools } from './tool-calls.ts'
import { unwrapMessage } from './unwrap-message.ts'

/** WhatsApp allows 4,096 characters; a run-away agent may store more. */
const MAX_TEXT_LENGTH = 50_000

const DELIVERY: ReadonlyMap<string, DeliveryStatus> = new Map<string, DeliveryStatus>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'], // a voice message that was listened to
  ['failed', 'failed'],
  ['undelivered', 'failed'],
  ['error', 'failed'],
])

type Common = Pick<ChatMessage, 'sentAt' | 'senderName'>

/** Parses one stored message, given as the value of its `jsonb` column. */
export function parseChatMessage(raw: unknown): ChatMessage {
  const fields = unwrapMessage(raw)
  if (fields === null) return unreadable(raw, 'internal', raw)
  const own = fields['content'] ?? fields['text']
  const role = roleOf(fields)
  switch (role) {
    case null:
      return { ...(mediaAlone(fields) ?? unreadable(raw, 'internal', own)), ...common(fields) }
    case 'system':
    case 'remove':
      return { ...internal('system', readContent(own).text), ...common(fields) }
    case 'tool':
      return toolAnswer(fields, own)
    case 'inbound':
    case 'outbound':
      return said(raw, fields, own, role)
  }
}

/** What one of the two said, or a step of the agent that says nothing. */
function said(raw: unknown, fields: JsonObject, own: unknown, direction: Direction): ChatMessage {
  const content = withMediaBeside(contentOf(fields, own, direction), fields)
  const spoken = direction === 'outbound' ? readAgentText(content.text) : { text: content.text }
  const calls = [...content.toolNames, ...calledTools(fields)]
  const note = spoken.toolNote ?? (calls.length > 0 ? namesOf(calls) : undefined)
  const noted = note === undefined ? {} : { toolNote: bounded(note) }
  const rest = { ...common(fields), ...noted }

  const isSilent = spoken.text === '' && content.media.length === 0
  if (isSilent && note !== undefined) return { ...internal('tool', ''), ...rest }
  if (content.onlyHolds === 'thoughts') return { ...internal('system', ''), ...rest }
  const hidden = isHiddenFromUi(fields)
  if (content.onlyHolds !== null) return { ...unreadable(raw, direction, ''), ...rest, hidden }
  return {
    direction,
    kind: content.media.length > 0 ? 'media' : 'text',
    hidden,
    text: bounded(spoken.text),
    ...rest,
    ...(content.media.length > 0 ? { media: content.media } : {}),
    ...delivery(fields, direction),
  }
}

/** A picture or recording whose sender isn't named by a role. */
function mediaAlone(fields: JsonObject): ChatMessage | null {
  const beside = readMediaFields(fields)
  if (beside === null) return null
  const { media } = beside
  const direction = directionOfMedia(fields)
  return {
    direction,
    kind: 'media',
    hidden: false,
    text: bounded(beside.caption),
    sentAt: null,
    media,
  }
}

/** Content as LangChain writes it, or v1's blocks where there is none. */
function contentOf(fields: JsonObject, own: unknown, direction: Direction): MessageContent {
  const isEmpty = own === undefined || own === null || own === '' || isEmptyList(own)
  const blocks = fields['content_blocks']
  if (isEmpty && Array.isArray(blocks)) return readContent(blocks)
  // An empty list is an empty message, not a missing one.
  if (isEmptyList(own)) return readContent('')
  // The agent's structured answer may be stored as an object instead of its JSON text.
  const isAnswer = direction === 'outbound' && isJsonObject(own) && own['type'] === undefined
  return readContent((isAnswer ? unwrapSpoken(own) : null) ?? own)
}

/** Content with the media that stands beside it among the message's fields. */
function withMediaBeside(content: MessageContent, fields: JsonObject): MessageContent {
  const beside = content.media.length > 0 ? null : readMediaFields(fields)
  if (beside === null) return content
  const text = content.text === '' ? beside.caption : content.text
  return { ...content, text, media: beside.media, onlyHolds: null }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function toolAnswer(fields: JsonObject, own: unknown): ChatMessage {
  const text = isJsonObject(own) ? toRawText(own) : readContent(own).text
  const { sentAt, senderName } = common(fields)
  const named = senderName === undefined ? {} : { toolNote: senderName } // `name` is the tool's
  return { ...internal('tool', text), sentAt, ...named }
}

function internal(kind: 'tool' | 'system', text: string): ChatMessage {
  return { direction: 'internal', kind, hidden: true, text: bounded(text), sentAt: null }
}

function unreadable(raw: unknown, direction: Direction, text: unknown): ChatMessage {
  const shown = typeof text === 'string' ? bounded(text) : ''
  return {
    direction,
    kind: 'unreadable',
    hidden: false,
    text: shown,
    sentAt: null,
    raw: toRawText(raw),
  }
}

function isHiddenFromUi(fields: JsonObject): boolean {
  const extra = fields['additional_kwargs']
  return isJsonObject(extra) && extra['hideFromUI'] === true
}

function common(fields: JsonObject): Common {
  const extra = isJsonObject(fields['additional_kwargs']) ? fields['additional_kwargs'] : {}
  const time = fields['timestamp'] ?? fields['created_at'] ?? extra['timestamp']
  const name = fields['sender_name'] ?? fields['name']
  const isNamed = typeof name === 'string' && name.trim() !== ''
  const named = isNamed ? { senderName: sanitiseText(name.trim().slice(0, 200)) } : {}
  return { sentAt: parseOwnTime(time), ...named }
}

/** Ticks belong to what we sent; a status of an inbound message says nothing to the recruiter. */
function delivery(
  fields: JsonObject,
  direction: Direction,
): Pick<ChatMessage, 'deliveryStatus' | 'failure'> {
  const status = fields['status']
  if (direction !== 'outbound' || typeof status !== 'string') return {}
  const deliveryStatus = DELIVERY.get(status.trim().toLowerCase())
  if (deliveryStatus === undefined) return {}
  return deliveryStatus === 'failed'
    ? { deliveryStatus, failure: parseDeliveryFailure(fields) }
    : { deliveryStatus }
}

function namesOf(calls: readonly string[]): string {
  return calls.filter((name) => name !== '').join(', ')
}

function bounded(text: string): string {
  const cut = text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH - 1)}…` : text
  return sanitiseText(cut)
}
