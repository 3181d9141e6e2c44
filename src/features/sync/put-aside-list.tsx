import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { putAsideQuery, useTakeBackAlike } from './queries.ts'
import classes from './sync.module.css'

/** What goes aside without asking, and the way back. Nothing where nothing does. */
export function PutAsideList() {
  const { canWrite } = useViewer()
  const forms = useQuery(putAsideQuery).data ?? []
  const takeBack = useTakeBackAlike()
  if (forms.length === 0) return null
  return (
    <details className={classes['putAside']}>
      <summary>{syncText.putAside(forms.length)}</summary>
      <ul className={classes['issues']}>
        {forms.map(({ kind, alike, count, by, at }) => (
          <li key={`${kind} ${alike}`} className={classes['issue']}>
            <div className={classes['issueHead']}>
              <span className={classes['words']}>
                {syncText.kinds[kind] ?? kind} <code>{alike}</code>
              </span>
              <span className={classes['label']}>
                {syncText.putAsideBy(count, by)} <RelativeTime at={at} />
              </span>
            </div>
            {canWrite && (
              <div className={classes['issueActions']}>
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={takeBack.isPending}
                  onClick={() => {
                    takeBack.mutate({ kind, alike })
                  }}
                >
                  {syncText.askAgain}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
