/** What the inbox reads, and what people do with one conversation. */
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { frontend } from '../../../data/frontend/browser-client.ts'
import {
  countConversations,
  getConversationState,
  listConversations,
  markConversation,
  markInboxRead,
  settleConversation,
  takeOverConversation,
  type InboxCursor,
  type InboxFilter,
  type InboxItem,
  type InboxPage,
} from '../../../data/frontend/inbox.ts'
import { listAssignees } from '../../../data/frontend/profile.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { careText, inboxText } from '../../../ui/text/inbox.ts'

/** The conversations of a filter, page after page from the latest. */
export function inboxQuery(filter: InboxFilter) {
  return infiniteQueryOptions({
    queryKey: queryKeys.inbox('list', filter),
    queryFn: ({ pageParam }) => listConversations(frontend(), filter, pageParam),
    initialPageParam: null as InboxCursor,
    getNextPageParam: (page: InboxPage) => page.next ?? undefined,
  })
}

/** How many each view holds; the numbers stay while new ones come. */
export function inboxCountsQuery(filter: InboxFilter) {
  return queryOptions({
    queryKey: queryKeys.inbox('counts', { ...filter, view: 'all' }),
    queryFn: () => countConversations(frontend(), filter),
    placeholderData: keepPreviousData,
    throwOnError: false, // the list says what is wrong
  })
}

/** What people did with a conversation; kept under the conversation's key. */
export function conversationStateQuery(recipientId: string) {
  return queryOptions({
    queryKey: queryKeys.conversation(recipientId, 'state'),
    queryFn: () => getConversationState(frontend(), recipientId),
  })
}

/** Who may look after conversations of an office. */
export function assigneesQuery(officeId: string) {
  return queryOptions({
    queryKey: [...queryKeys.colleagues(), 'of', officeId] as const,
    queryFn: () => listAssignees(frontend(), officeId),
    throwOnError: false, // oneself can still be picked
  })
}

/** Changes one line in every list that shows it. */
export function patchLines(
  client: QueryClient,
  id: string,
  patch: (item: InboxItem) => Partial<InboxItem>,
): void {
  client.setQueriesData<InfiniteData<InboxPage, InboxCursor>>(
    { queryKey: queryKeys.inbox('list') },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.id === id ? { ...item, ...patch(item) } : item)),
        })),
      },
  )
}

/**
 * Marks a conversation as read or unread. The lists change their line at once and keep it in its
 * place; only the counts are asked again.
 */
export function useMarkConversation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, read }: { readonly id: string; readonly read: boolean }) =>
      markConversation(frontend(), id, read),
    onMutate: ({ id, read }) => {
      patchLines(client, id, ({ lastChannel }) => {
        if (read) return { unread: 0, unreadCalls: 0 }
        return lastChannel === 'call' ? { unreadCalls: 1 } : { unread: 1 }
      })
    },
    onSuccess: (_, { id }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.inbox('counts') }),
        client.invalidateQueries({ queryKey: conversationStateQuery(id).queryKey }),
      ]),
    onError: () => client.invalidateQueries({ queryKey: queryKeys.inbox() }),
    meta: { failed: careText.failed },
  })
}

/** Marks every conversation as read, for oneself. */
export function useMarkAllRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => markInboxRead(frontend()),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.inbox() }),
    meta: { done: inboxText.allRead, failed: inboxText.notMarked },
  })
}

type Act = { readonly act: 'take-over' } | { readonly act: 'settle'; readonly settled: boolean }

function runAct(id: string, act: Act): Promise<void> {
  const client = frontend()
  switch (act.act) {
    case 'take-over':
      return takeOverConversation(client, id)
    case 'settle':
      return settleConversation(client, id, act.settled)
  }
}

/** Reads anew what shows a conversation. */
export function useRefreshConversation() {
  const client = useQueryClient()
  return (id: string) =>
    Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.inbox() }),
      client.invalidateQueries({ queryKey: queryKeys.conversation(id) }),
    ])
}

/** Take over or settle a conversation; settling can be taken back. */
export function useConversationAct() {
  const refresh = useRefreshConversation()
  return useMutation({
    mutationFn: ({ id, ...act }: Act & { readonly id: string }) => runAct(id, act),
    onSuccess: (_, done) => {
      if (done.act !== 'settle' || !done.settled) return
      offerUndo({
        message: careText.settled,
        undo: async () => {
          await settleConversation(frontend(), done.id, false)
          await refresh(done.id)
        },
      })
    },
    onSettled: (_data, _error, { id }) => refresh(id),
    meta: { failed: careText.failed },
  })
}
