import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Call, Message } from '../../data/frontend/conversation.ts'
import { isUnread } from '../../data/frontend/inbox.ts'
import { conversationStateQuery, useMarkConversation } from './inbox/inbox-queries.ts'
import { NO_RESULT } from '../../domain/call/call-outcome.ts'
import type { Timeline } from './timeline.ts'

type Records = { readonly messages: readonly Message[]; readonly calls: readonly Call[] }

/**
 * What was unread when the conversation was opened: the first message or call of the list, by its
 * id; null where nothing was. What is looked at is marked as read, and so is what comes in meanwhile.
 */
export function useFirstUnread(
  recipientId: string,
  { messages, calls }: Records,
  timeline: Timeline,
): string | null {
  const { data: state } = useSuspenseQuery(conversationStateQuery(recipientId))
  const { mutate: mark } = useMarkConversation()
  const [before] = useState(state)
  const theirs = messages.filter(({ direction, hidden }) => direction === 'inbound' && !hidden)
  // Of a call it is news that no result came in time, and what came of it.
  const known = calls.flatMap((call) => [
    ...(call.overdueAt === null ? [] : [call]),
    ...(call.disposition === 'pending' || call.disposition === NO_RESULT ? [] : [call]),
  ])
  const unread = new Set(
    before === null
      ? []
      : [...theirs.slice(before.readInbound), ...known.slice(before.readCalls)].map(({ id }) => id),
  )
  const ids = timeline.flatMap((item) =>
    item.kind === 'day' ? [] : [item.kind === 'call' ? item.call.id : item.message.key],
  )

  // Marked once for each number of news: what a person marks as unread meanwhile stays so.
  const marked = useRef(0)
  const count = (state?.inboundCount ?? 0) + (state?.knownCalls ?? 0)
  const hasNews = state !== null && isUnread(state)
  useEffect(() => {
    if (!hasNews || marked.current >= count || document.hidden) return
    marked.current = count
    mark({ id: recipientId, read: true })
  }, [hasNews, count, mark, recipientId])
  useEffect(() => {
    if (!hasNews) marked.current = Math.max(marked.current, count)
  }, [hasNews, count])

  return ids.find((id) => unread.has(id)) ?? null
}
