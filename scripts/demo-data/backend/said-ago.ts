/** When the demo's chats were said, so that sessions, messages and objectives tell one story. */
import { HOURS } from '../frontend/rows.ts'
import type { Conversation } from './chats.ts'

const BETWEEN_MESSAGES = 4
/** Of chats that no session dates; the campaign began three days ago. */
const UNDATED = 70 * HOURS

/** How many minutes ago the person of this number, or the agent, said the last word. */
export function lastSaidAgo(number: number): number {
  return (number - 98) * 2 * HOURS
}

/** How many minutes ago each message of the conversation was said, in their order. */
export function saidAgo({ sessionId, messages, earlier }: Conversation): readonly number[] {
  const number = Number(/447700900(\d{3})/.exec(sessionId)?.[1])
  const last = number >= 100 && number <= 108 ? lastSaidAgo(number) : UNDATED
  return messages.map((_, index) => {
    const pause = earlier !== undefined && index < earlier.count ? earlier.minutes : 0
    return last + pause + BETWEEN_MESSAGES * (messages.length - 1 - index)
  })
}
