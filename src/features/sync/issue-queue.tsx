import { Button, Checkbox } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { z } from 'zod'
import { PAGE_SIZE } from '../../data/frontend/page.ts'
import type { IssueStory, SyncIssue } from '../../data/frontend/sync-issues.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { FilterBar } from '../../ui/filter/filter-bar.tsx'
import { urlPage, urlText } from '../../ui/filter/url-state.ts'
import { useUrlState } from '../../ui/filter/use-url-state.ts'
import { Pager } from '../../ui/table/pager.tsx'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { IssueStoryLine } from './issue-story.tsx'
import { issuesQuery, issueStoriesQuery, useDismissIssue, useDismissIssues } from './queries.ts'
import classes from './sync.module.css'

const LinkIssueDialog = lazy(async () => ({
  default: (await import('./link-issue-dialog.tsx')).LinkIssueDialog,
}))

type IssueProps = {
  readonly issue: SyncIssue
  /** What is known of its conversation; undefined until it is there. */
  readonly story: IssueStory | undefined
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onLink: () => void
}

function Issue({ issue, story, selected, onSelect, onLink }: IssueProps) {
  const { canWrite } = useViewer()
  const dismiss = useDismissIssue()
  const linkable = issue.kind === 'unmatched' || issue.kind === 'ambiguous'
  return (
    <li className={classes['issue']}>
      <div className={classes['issueHead']}>
        {canWrite ? (
          <Checkbox
            checked={selected}
            aria-label={syncText.selectIssue(issue.summary)}
            label={<strong>{syncText.kinds[issue.kind] ?? issue.kind}</strong>}
            onChange={onSelect}
          />
        ) : (
          <strong>{syncText.kinds[issue.kind] ?? issue.kind}</strong>
        )}
        <span className={classes['label']}>
          {syncText.seen} <RelativeTime at={issue.lastSeenAt} />
        </span>
      </div>
      <span>{issue.summary}</span>
      {story !== undefined && <IssueStoryLine story={story} />}
      {issue.raw !== null && (
        <details>
          <summary>{syncText.raw}</summary>
          <pre className={classes['raw']}>{issue.raw}</pre>
        </details>
      )}
      {canWrite && (
        <div className={classes['issueActions']}>
          {linkable && (
            <Button size="compact-sm" onClick={onLink}>
              {syncText.link}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            loading={dismiss.isPending}
            onClick={() => {
              dismiss.mutate(issue.id)
            }}
          >
            {syncText.dismiss}
          </Button>
        </div>
      )}
    </li>
  )
}

const url = z.object({ kind: urlText(), issues: urlPage() })

const KINDS = Object.entries(syncText.kinds).map(([value, label]) => ({ value, label }))

/** What the sync could not place or read, waiting for a person. */
export function IssueQueue() {
  const { canWrite } = useViewer()
  const { state, setState } = useUrlState(url)
  const { data } = useSuspenseQuery(issuesQuery(state.issues - 1, state.kind))
  const stories = useQuery(issueStoriesQuery(data.items.map(({ id }) => id))).data
  const [linking, setLinking] = useState<SyncIssue | null>(null)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const dismiss = useDismissIssues()
  const chosen = data.items.filter(({ id }) => picked.has(id)).map(({ id }) => id)
  const pick = (id: string) => {
    setPicked((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }
  return (
    <>
      <div className={classes['queueBar']}>
        <FilterBar
          url={state}
          onChange={(patch) => {
            setState({ ...patch, issues: 1 })
          }}
          filters={[{ key: 'kind', label: syncText.kindFilter, options: KINDS }]}
        />
        {canWrite && data.items.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              setPicked(new Set(data.items.map(({ id }) => id)))
            }}
          >
            {syncText.selectAll}
          </Button>
        )}
        {chosen.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={dismiss.isPending}
            onClick={() => {
              dismiss.mutate(chosen, {
                onSuccess: () => {
                  setPicked(new Set())
                },
              })
            }}
          >
            {syncText.dismissSelected(chosen.length)}
          </Button>
        )}
      </div>
      {data.items.length === 0 && (
        <EmptyState icon={IconChecks} title={syncText.noIssues} advice={syncText.noIssuesAdvice} />
      )}
      <ul className={classes['issues']}>
        {data.items.map((issue) => (
          <Issue
            key={issue.id}
            issue={issue}
            story={stories?.[issue.id]}
            selected={picked.has(issue.id)}
            onSelect={() => {
              pick(issue.id)
            }}
            onLink={() => {
              setLinking(issue)
            }}
          />
        ))}
      </ul>
      {data.total > PAGE_SIZE && (
        <Pager
          label={syncText.issues}
          paging={{
            page: state.issues,
            pageSize: PAGE_SIZE,
            total: data.total,
            onPage: (issues) => {
              setState({ issues })
            },
          }}
        />
      )}
      {linking !== null && (
        <Suspense fallback={null}>
          <LinkIssueDialog
            issue={linking}
            onClose={() => {
              setLinking(null)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
