import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { frontend } from '../../../data/frontend/browser-client.ts'
import {
  assignConversation,
  type ConversationState,
  type InboxCursor,
  type InboxPage,
} from '../../../data/frontend/inbox.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { offerUndo } from '../../../ui/feedback/undo.ts'
import { careText } from '../../../ui/text/inbox.ts'
import { conversationStateQuery, patchLines, useRefreshConversation } from './inbox-queries.ts'

type Assignment = {
  readonly id: string
  /** Who has it now, and who shall; null for nobody. */
  readonly from: string | null
  readonly to: string | null
  /** What was done, in words, for the offer to take it back. */
  readonly message: string
}

/** Gives a conversation to a colleague or to nobody: shown at once, taken back where it fails or by undo. */
export function useAssign() {
  const client = useQueryClient()
  const refresh = useRefreshConversation()
  const show = (id: string, assignedTo: string | null) => {
    patchLines(client, id, () => ({ assignedTo }))
    client.setQueryData<ConversationState | null>(
      conversationStateQuery(id).queryKey,
      (state) => state && { ...state, assignedTo },
    )
  }
  return useMutation({
    mutationFn: ({ id, to }: Assignment) => assignConversation(frontend(), id, to),
    onMutate: async ({ id, to }) => {
      const listKey = queryKeys.inbox('list')
      const { queryKey } = conversationStateQuery(id)
      await Promise.all([
        client.cancelQueries({ queryKey: listKey }),
        client.cancelQueries({ queryKey }),
      ])
      const lists = client.getQueriesData<InfiniteData<InboxPage, InboxCursor>>({
        queryKey: listKey,
      })
      const state = client.getQueryData(queryKey)
      show(id, to)
      return () => {
        for (const [key, data] of lists) client.setQueryData(key, data)
        client.setQueryData(queryKey, state)
      }
    },
    onError: (_error, _assignment, takeBack) => takeBack?.(),
    onSuccess: (_, { id, from, message }) => {
      offerUndo({
        message,
        undo: async () => {
          show(id, from)
          try {
            await assignConversation(frontend(), id, from)
          } finally {
            await refresh(id)
          }
        },
      })
    },
    onSettled: (_data, _error, { id }) => refresh(id),
    meta: { failed: careText.failed },
  })
}
