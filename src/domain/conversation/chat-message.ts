import type { MediaKind } from '../../lib/media-mark.ts'
import type { DeliveryFailure } from './delivery-failure.ts'

/** Who sent it: the candidate, the agent, or nobody either of them could see. */
export const DIRECTIONS = ['inbound', 'outbound', 'internal'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const MESSAGE_KINDS = ['text', 'tool', 'system', 'media', 'unreadable'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What WhatsApp reports of an outbound message. Its own order is never relied upon. */
export const DELIVERY_STATUSES = ['sent', 'delivered', 'read', 'failed'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** One row of `chat_history`, whatever shape it was written in. Texts are storable and bounded. */
export type ChatMessage = {
  readonly direction: Direction
  readonly kind: MessageKind
  /** Not part of what the two said to each other: tool steps, system notes, injected prompts. */
  readonly hidden: boolean
  readonly text: string
  /** ISO 8601 in UTC: the message's own time, only where it has a plausible one. */
  readonly sentAt: string | null
  /** JSON of what came, cut at 10,000 characters; of unreadable messages only. */
  readonly raw?: string
  /** Of outbound messages whose shape carries a status; else unknown, and no tick is shown. */
  readonly deliveryStatus?: DeliveryStatus
  readonly failure?: DeliveryFailure
  readonly senderName?: string
  /** What the agent's tools did, split off from the text ("[Used tools: …]") or from the step. */
  readonly toolNote?: string
  readonly media?: readonly MediaKind[]
}

/** True for what a candidate wrote themselves: opens the 24-hour window and counts as contact. */
export function isFromCandidate(message: Pick<ChatMessage, 'direction' | 'hidden'>): boolean {
  return message.direction === 'inbound' && !message.hidden
}
