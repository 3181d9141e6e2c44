import { Checkbox } from '@mantine/core'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import classes from './sync.module.css'

export type Selection = { readonly selected: boolean; readonly onSelect: () => void }

type IssueHeadProps = Selection & {
  readonly title: string
  /** What choosing it is called. */
  readonly name: string
  readonly lastSeenAt: string
}

/** What kind of record it is, with a box to choose it for who may. */
export function IssueHead({ title, name, lastSeenAt, selected, onSelect }: IssueHeadProps) {
  const { canWrite } = useViewer()
  return (
    <div className={classes['issueHead']}>
      {canWrite ? (
        <Checkbox
          checked={selected}
          aria-label={syncText.selectIssue(name)}
          label={<strong>{title}</strong>}
          onChange={onSelect}
        />
      ) : (
        <strong>{title}</strong>
      )}
      <span className={classes['label']}>
        {syncText.seen} <RelativeTime at={lastSeenAt} />
      </span>
    </div>
  )
}
