import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Outlet, useLocation, useMatch } from 'react-router'
import { PATTERNS, paths } from '../../../lib/paths.ts'
import { LoadingBoundary } from '../../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../../ui/feedback/skeletons.tsx'
import { useUrlState } from '../../../ui/filter/use-url-state.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { inboxShortcuts, inboxText } from '../../../ui/text/inbox.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { KeyboardHint } from '../../../ui/words/keyboard-hint.tsx'
import { InboxFilters } from './inbox-filters.tsx'
import { InboxList } from './inbox-list.tsx'
import { useMarkAllRead } from './inbox-queries.ts'
import { inboxUrl, toInboxFilter } from './inbox-url.ts'
import { InboxViews } from './inbox-views.tsx'
import classes from './inbox.module.css'

function MarkAllRead() {
  const mark = useMarkAllRead()
  return (
    <Button
      variant="default"
      leftSection={<IconChecks size={16} aria-hidden />}
      loading={mark.isPending}
      onClick={() => {
        mark.mutate()
      }}
    >
      {inboxText.markAllRead}
    </Button>
  )
}

/** Which keys do what, unfolded by who wants to know. */
function Keys() {
  return (
    <details className={classes['keys']}>
      <summary>{inboxText.keys}</summary>
      <ul>
        {inboxShortcuts.map(({ keys, does }) => (
          <li key={does}>
            <KeyboardHint keys={keys} /> {does}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Conversations over all campaigns, the latest first. */
export function InboxPage() {
  const { state: url, setState, hrefWith } = useUrlState(inboxUrl)
  const { search } = useLocation()
  const { officeId } = useViewer()
  const openId = useMatch(PATTERNS.conversation)?.params.recipientId ?? null
  const filter = useMemo(() => toInboxFilter(url, officeId), [url, officeId])
  const hrefOf = (id: string, added: Readonly<Record<string, string>> = {}) => {
    const parameters = new URLSearchParams(search)
    for (const name of ['act', 'part']) parameters.delete(name)
    for (const [name, value] of Object.entries(added)) parameters.set(name, value)
    return paths.conversation(id, Object.fromEntries(parameters))
  }
  return (
    <div className={classes['beside']} data-open={openId !== null || undefined}>
      <Page
        layout="fill"
        header={
          <PageHeader title={inboxText.title} secondary={<MarkAllRead />}>
            <InboxFilters url={url} onChange={setState} />
            <InboxViews filter={filter} hrefOf={(view) => hrefWith({ view })} />
          </PageHeader>
        }
      >
        <div className={classes['body']}>
          <LoadingBoundary skeleton={<TableSkeleton columns={2} />}>
            <InboxList filter={filter} openId={openId} hrefOf={hrefOf} />
          </LoadingBoundary>
          <Keys />
        </div>
      </Page>
      <Outlet />
    </div>
  )
}
