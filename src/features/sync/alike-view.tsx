import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Alike, IssueEntry, SyncIssue } from '../../data/frontend/issue-entries.ts'
import { SkeletonLine } from '../../ui/feedback/skeletons.tsx'
import { describeError } from '../../ui/text/errors.ts'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { IssueHead, type Selection } from './issue-head.tsx'
import { IssueStoryLine } from './issue-story.tsx'
import { RawRecord } from './issue-view.tsx'
import { alikeQuery, issueStoriesQuery, usePutAside } from './queries.ts'
import classes from './sync.module.css'

/** Kinds of which those to come go aside as well. */
const REMEMBERED = new Set(['message', 'objective'])

function Records({ items }: { readonly items: readonly SyncIssue[] }) {
  const stories = useQuery(issueStoriesQuery(items.map(({ id }) => id))).data
  return items.map((issue) => {
    const story = stories?.[issue.id]
    return (
      <li key={issue.id} className={classes['issue']}>
        <span className={classes['label']}>
          {syncText.seen} <RelativeTime at={issue.lastSeenAt} />
        </span>
        {story !== undefined && <IssueStoryLine story={story} recipientId={issue.recipientId} />}
        <RawRecord raw={issue.raw} />
      </li>
    )
  })
}

/** Each of the records, page after page. */
function AllRecords({ alike, label }: { readonly alike: Alike; readonly label: string }) {
  const query = useInfiniteQuery(alikeQuery(alike))
  if (query.isError) return <p role="alert">{describeError(query.error).title}</p>
  if (query.data === undefined) return <SkeletonLine width="60%" />
  return (
    <>
      <ul className={classes['alike']} aria-label={label}>
        {query.data.pages.map((page, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- pages only grow at the end
          <Records key={at} items={page.items} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {syncText.moreAlike}
        </Button>
      )}
    </>
  )
}

type AlikeViewProps = Selection & {
  readonly entry: IssueEntry
  readonly alike: Alike
}

/** Records that are alike as one entry: how many, what they look like, and one act for all. */
export function AlikeView({ entry, alike, ...selection }: AlikeViewProps) {
  const { canWrite } = useViewer()
  const [opened, setOpened] = useState(false)
  const putAside = usePutAside()
  const { kind, count, issue } = entry
  const title = syncText.alike(syncText.kinds[kind] ?? kind, count)
  return (
    <li className={classes['issue']}>
      <IssueHead title={title} name={title} lastSeenAt={entry.lastSeenAt} {...selection} />
      <span>{syncText.summaries[kind] ?? issue.summary}</span>
      {kind === 'message' && alike.alike !== '' && (
        <span className={classes['words']}>
          {syncText.form} <code>{alike.alike}</code>
        </span>
      )}
      <details
        onToggle={(event) => {
          setOpened(event.currentTarget.open)
        }}
      >
        <summary>{syncText.showAlike(count)}</summary>
        {opened && <AllRecords alike={alike} label={title} />}
      </details>
      {canWrite && (
        <div className={classes['issueActions']}>
          <Button
            size="compact-sm"
            variant="default"
            loading={putAside.isPending}
            onClick={() => {
              putAside.mutate(alike)
            }}
          >
            {syncText.dismissAlike(count)}
          </Button>
          {REMEMBERED.has(kind) && <span className={classes['label']}>{syncText.alikeToCome}</span>}
        </div>
      )}
    </li>
  )
}
