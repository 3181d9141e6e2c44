import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef } from 'react'
import type { InboxFilter } from '../../../data/frontend/inbox.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { NoMatch } from '../../../ui/feedback/no-match.tsx'
import { inboxText } from '../../../ui/text/inbox.ts'
import { inboxQuery } from './inbox-queries.ts'
import classes from './inbox.module.css'
import { InboxRow } from './inbox-row.tsx'
import { useInboxKeys } from './use-inbox-keys.ts'

type InboxListProps = {
  readonly filter: InboxFilter
  readonly openId: string | null
  readonly hrefOf: (id: string, search?: Readonly<Record<string, string>>) => string
}

/** Calls `onSeen` whenever the element comes near the view. */
function useSeen(onSeen: () => void) {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (element.current === null || !('IntersectionObserver' in window)) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onSeen()
      },
      { rootMargin: '400px' },
    )
    observer.observe(element.current)
    return () => {
      observer.disconnect()
    }
  })
  return element
}

function NoConversations({ filter }: { readonly filter: InboxFilter }) {
  const { search, campaignId, jobId, channel, assignee } = filter
  const narrowed = [search, campaignId, jobId, channel, assignee].some(
    (value) => value !== undefined && value !== '',
  )
  if (narrowed) {
    return <NoMatch />
  }
  return <EmptyState icon={IconInbox} {...inboxText.empty[filter.view]} />
}

/** The conversations of a view, the latest first; more come as one scrolls. */
export function InboxList({ filter: asked, openId, hrefOf }: InboxListProps) {
  const filter = useDeferredValue(asked)
  const list = useSuspenseInfiniteQuery(inboxQuery(filter))
  const items = list.data.pages.flatMap((page) => page.items)
  const fetchMore = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  }
  const end = useSeen(fetchMore)
  useInboxKeys({ items, openId, hrefOf, onEnd: fetchMore })
  if (items.length === 0) return <NoConversations filter={filter} />
  return (
    <ul
      className={classes['list']}
      aria-label={inboxText.conversations}
      aria-busy={filter !== asked}
    >
      {items.map((item) => (
        <InboxRow key={item.id} item={item} href={hrefOf(item.id)} open={item.id === openId} />
      ))}
      {list.hasNextPage && (
        <li ref={end} className={classes['more']}>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={fetchMore}>
            {inboxText.more}
          </Button>
        </li>
      )}
    </ul>
  )
}
