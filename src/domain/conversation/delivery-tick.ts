import type { DeliveryStatus } from './chat-message.ts'

/** When each status was reported, ISO 8601 or null. They come in any order, and some never. */
export type DeliveryTimes = {
  readonly sentAt: string | null
  readonly deliveredAt: string | null
  readonly readAt: string | null
  readonly failedAt: string | null
}

/**
 * The tick to show, or null where no delivery status is known. It depends on which statuses
 * were ever reported, never on their order, so it can't go backwards: `read` proves delivery,
 * delivery proves that a reported failure was overcome, and a late `sent` never clears `failed`.
 */
export function deliveryTick(times: DeliveryTimes): DeliveryStatus | null {
  if (times.readAt !== null) return 'read'
  if (times.deliveredAt !== null) return 'delivered'
  if (times.failedAt !== null) return 'failed'
  return times.sentAt === null ? null : 'sent'
}
