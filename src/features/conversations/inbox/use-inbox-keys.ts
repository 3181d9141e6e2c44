import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { InboxItem } from '../../../data/frontend/inbox.ts'
import { useKeys } from '../../../ui/keys/use-keys.ts'
import { careText } from '../../../ui/text/inbox.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { useConversationAct, useMarkConversation } from './inbox-queries.ts'
import { useAssign } from './use-assign.ts'

type Inbox = {
  readonly items: readonly InboxItem[]
  /** Whose panel is open. */
  readonly openId: string | null
  readonly hrefOf: (id: string, search?: Readonly<Record<string, string>>) => string
  /** More of the list is wanted. */
  readonly onEnd: () => void
}

function linkOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(id)}"]`)
}

/** Whose line the focus is on. */
function focusedId(): string | null {
  const { activeElement } = document
  return activeElement instanceof HTMLElement
    ? (activeElement.dataset['conversation'] ?? null)
    : null
}

/** The inbox by keys alone: `inboxShortcuts` in src/ui/text/inbox.ts says which. */
export function useInboxKeys({ items, openId, hrefOf, onEnd }: Inbox): void {
  const navigate = useNavigate()
  const { canWrite, userId } = useViewer()
  const mark = useMarkConversation()
  const act = useConversationAct()
  const assign = useAssign()

  const present = () => {
    const id = openId ?? focusedId()
    return items.find((item) => item.id === id)
  }
  const move = (step: 1 | -1) => () => {
    const at = items.findIndex(({ id }) => id === (openId ?? focusedId()))
    const next = items[at === -1 ? 0 : at + step]
    if (at + step >= items.length - 1) onEnd()
    if (next === undefined) return
    linkOf(next.id)?.scrollIntoView({ block: 'nearest' })
    if (openId === null) linkOf(next.id)?.focus()
    else void navigate(hrefOf(next.id), { replace: true })
  }
  const withPresent = (does: (item: InboxItem) => void) => () => {
    const item = present()
    if (item !== undefined) does(item)
  }
  const writing = (does: (item: InboxItem) => void) =>
    withPresent((item) => {
      if (canWrite) does(item)
    })

  useKeys({
    j: move(1),
    k: move(-1),
    '/': () => {
      // The page's own, not one of the frame around it.
      const page = document.querySelector('main') ?? document.body
      page.querySelector<HTMLElement>('input[type="search"]')?.focus()
    },
    u: withPresent(({ id, unread, unreadCalls }) => {
      mark.mutate({ id, read: unread + unreadCalls > 0 })
    }),
    t: writing(({ id }) => {
      void navigate(hrefOf(id, { act: 'take-over' }), { replace: id === openId })
    }),
    a: writing(({ id, assignedTo }) => {
      const to = assignedTo === userId ? null : userId
      const message = to === null ? careText.unassigned : careText.assigned(careText.you)
      assign.mutate({ id, from: assignedTo, to, message })
    }),
    A: writing(({ id }) => {
      void navigate(hrefOf(id, { act: 'assign' }), { replace: id === openId })
    }),
    e: writing(({ id }) => {
      act.mutate({ id, act: 'settle', settled: true })
    }),
  })

  // Back in the list, the focus is on the line that was open.
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (openId === null && before.current !== null) linkOf(before.current)?.focus()
    before.current = openId
  }, [openId])
}
