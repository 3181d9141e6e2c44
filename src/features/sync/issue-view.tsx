import { Button } from '@mantine/core'
import type { SyncIssue } from '../../data/frontend/issue-entries.ts'
import type { IssueStory } from '../../data/frontend/sync-issues.ts'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { IssueHead, type Selection } from './issue-head.tsx'
import { IssueStoryLine } from './issue-story.tsx'
import { useDismissIssue } from './queries.ts'
import classes from './sync.module.css'

/** A record as it came, folded. */
export function RawRecord({ raw }: { readonly raw: string | null }) {
  if (raw === null) return null
  return (
    <details>
      <summary>{syncText.raw}</summary>
      <pre className={classes['raw']}>{raw}</pre>
    </details>
  )
}

type IssueViewProps = Selection & {
  readonly issue: SyncIssue
  /** What is known of its conversation; undefined until it is there. */
  readonly story: IssueStory | undefined
  readonly onLink: () => void
}

/** A record that stands alone, and what can be done about it. */
export function IssueView({ issue, story, onLink, ...selection }: IssueViewProps) {
  const { canWrite } = useViewer()
  const dismiss = useDismissIssue()
  const linkable = issue.kind === 'unmatched' || issue.kind === 'ambiguous'
  return (
    <li className={classes['issue']}>
      <IssueHead
        title={syncText.kinds[issue.kind] ?? issue.kind}
        name={issue.summary}
        lastSeenAt={issue.lastSeenAt}
        {...selection}
      />
      <span>{issue.summary}</span>
      {story !== undefined && <IssueStoryLine story={story} recipientId={issue.recipientId} />}
      <RawRecord raw={issue.raw} />
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
