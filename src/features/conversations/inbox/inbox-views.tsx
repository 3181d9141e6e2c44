import { useQuery } from '@tanstack/react-query'
import { INBOX_VIEWS, type InboxFilter, type InboxView } from '../../../data/frontend/inbox.ts'
import { LinkTabs } from '../../../ui/page/link-tabs.tsx'
import { inboxText } from '../../../ui/text/inbox.ts'
import { inboxCountsQuery } from './inbox-queries.ts'

type InboxViewsProps = {
  readonly filter: InboxFilter
  readonly hrefOf: (view: InboxView) => string
}

/** The views of the inbox, each with how many it holds under the other filters. */
export function InboxViews({ filter, hrefOf }: InboxViewsProps) {
  const { data: counts } = useQuery(inboxCountsQuery(filter))
  return (
    <LinkTabs
      label={inboxText.views}
      current={filter.view}
      tabs={INBOX_VIEWS.map((view) => {
        const count = counts?.[view]
        const atMost = counts !== undefined && count !== undefined && count >= counts.most
        return {
          key: view,
          label: inboxText.view[view],
          href: hrefOf(view),
          count: atMost ? inboxText.atLeast(count) : count,
        }
      })}
    />
  )
}
