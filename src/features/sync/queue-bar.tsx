import { Button } from '@mantine/core'
import type { IssueEntry } from '../../data/frontend/issue-entries.ts'
import { FilterBar } from '../../ui/filter/filter-bar.tsx'
import { syncText } from '../../ui/text/sync.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { useDismissEntries } from './queries.ts'
import classes from './sync.module.css'

const KINDS = Object.entries(syncText.kinds).map(([value, label]) => ({ value, label }))

type QueueBarProps = {
  readonly kind: string
  /** Those on this page. */
  readonly entries: readonly IssueEntry[]
  /** Those of them that are picked. */
  readonly chosen: readonly IssueEntry[]
  readonly onKind: (kind: string) => void
  readonly onPickAll: () => void
  /** The picked ones are dismissed. */
  readonly onDone: () => void
}

/** Narrows the queue, and dismisses several entries at once. */
export function QueueBar({ kind, entries, chosen, onKind, onPickAll, onDone }: QueueBarProps) {
  const { canWrite } = useViewer()
  const dismiss = useDismissEntries()
  return (
    <div className={classes['queueBar']}>
      <FilterBar
        url={{ kind }}
        onChange={(patch) => {
          onKind(patch.kind ?? '')
        }}
        filters={[{ key: 'kind', label: syncText.kindFilter, options: KINDS }]}
      />
      {canWrite && entries.length > 1 && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onPickAll}>
          {syncText.selectAll}
        </Button>
      )}
      {chosen.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          loading={dismiss.isPending}
          onClick={() => {
            dismiss.mutate(chosen, { onSuccess: onDone })
          }}
        >
          {syncText.dismissSelected(chosen.reduce((sum, { count }) => sum + count, 0))}
        </Button>
      )}
    </div>
  )
}
