import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Message } from '../../data/frontend/conversation.ts'
import { conversationStateQuery, useMarkConversation } from './inbox/inbox-queries.ts'

/**
 * The first message that was unread when the conversation was opened, by its id; null where none
 * was. What is looked at is marked as read, and so is what comes in meanwhile.
 */
export function useFirstUnread(recipientId: string, messages: readonly Message[]): string | null {
  const { data: state } = useSuspenseQuery(conversationStateQuery(recipientId))
  const { mutate: mark } = useMarkConversation()
  const [readBefore] = useState(state?.readInbound ?? Infinity)
  const inbound = messages.filter(({ direction, hidden }) => direction === 'inbound' && !hidden)

  // Marked once for each number of messages: what a person marks as unread meanwhile stays so.
  const marked = useRef(0)
  const count = state?.inboundCount ?? 0
  const isUnread = state !== null && state.readInbound < count
  useEffect(() => {
    if (!isUnread || marked.current >= count || document.hidden) return
    marked.current = count
    mark({ id: recipientId, read: true })
  }, [isUnread, count, mark, recipientId])
  useEffect(() => {
    if (!isUnread) marked.current = Math.max(marked.current, count)
  }, [isUnread, count])

  return inbound[readBefore]?.id ?? null
}
