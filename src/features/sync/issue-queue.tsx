import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { SyncIssue } from '../../data/frontend/sync-issues.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { issuesQuery, useDismissIssue } from './queries.ts'
import classes from './sync.module.css'

const LinkIssueDialog = lazy(async () => ({
  default: (await import('./link-issue-dialog.tsx')).LinkIssueDialog,
}))

function Issue({ issue, onLink }: { readonly issue: SyncIssue; readonly onLink: () => void }) {
  const { canWrite } = useViewer()
  const dismiss = useDismissIssue()
  const linkable = issue.kind === 'unmatched' || issue.kind === 'ambiguous'
  return (
    <li className={classes['issue']}>
      <div className={classes['issueHead']}>
        <strong>{syncText.kinds[issue.kind] ?? issue.kind}</strong>
        <span className={classes['label']}>
          {syncText.seen} <RelativeTime at={issue.lastSeenAt} />
        </span>
      </div>
      <span>{issue.summary}</span>
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

/** What the sync could not place or read, waiting for a person. */
export function IssueQueue() {
  const { data } = useSuspenseQuery(issuesQuery(0))
  const [linking, setLinking] = useState<SyncIssue | null>(null)
  if (data.items.length === 0) {
    return (
      <EmptyState icon={IconChecks} title={syncText.noIssues} advice={syncText.noIssuesAdvice} />
    )
  }
  return (
    <>
      <ul className={classes['issues']}>
        {data.items.map((issue) => (
          <Issue
            key={issue.id}
            issue={issue}
            onLink={() => {
              setLinking(issue)
            }}
          />
        ))}
      </ul>
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
