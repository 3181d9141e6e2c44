import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LoadingBoundary } from '../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../ui/feedback/skeletons.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Page } from '../../ui/page/page.tsx'
import { formatNumber } from '../../ui/text/locale.ts'
import { syncText } from '../../ui/text/sync.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { IssueQueue } from './issue-queue.tsx'
import { syncStateQuery, useSyncNow } from './queries.ts'
import { RunsTable } from './runs-table.tsx'
import classes from './sync.module.css'
import { reportWords } from './sync-words.ts'

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes['figure']}>
      <span className={classes['label']}>{label}</span>
      <span className={classes['value']}>{children}</span>
    </div>
  )
}

/** How the sync fares, what it did, and what it set aside. */
export function SyncPage() {
  const { data: state } = useSuspenseQuery(syncStateQuery)
  const sync = useSyncNow()
  const trouble = state.lastError
  return (
    <Page
      header={
        <PageHeader
          title={syncText.title}
          detail={sync.data === undefined ? undefined : reportWords(sync.data)}
          action={
            <Button
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={sync.isPending}
              onClick={() => {
                sync.mutate()
              }}
            >
              {syncText.sync}
            </Button>
          }
        />
      }
    >
      {state.pausedReason !== null && (
        <p className={classes['warning']} role="status">
          {syncText.paused}: {state.pausedReason}
        </p>
      )}
      {trouble !== null && (
        <p className={classes['warning']} role="alert">
          {trouble.message} {trouble.hint}
        </p>
      )}
      <div className={classes['figures']}>
        <Figure label={syncText.lastSuccess}>
          {state.checkedAt === null ? syncText.never : <RelativeTime at={state.checkedAt} />}
        </Figure>
        <Figure label={syncText.lastChange}>
          {state.appliedAt === null ? syncText.never : <RelativeTime at={state.appliedAt} />}
        </Figure>
        <Figure label={syncText.issues}>{formatNumber(state.openIssues)}</Figure>
      </div>
      <section className={classes['section']} aria-labelledby="sync-issues">
        <h2 id="sync-issues">{syncText.issues}</h2>
        <LoadingBoundary skeleton={<TableSkeleton rows={3} />}>
          <IssueQueue />
        </LoadingBoundary>
      </section>
      <section className={classes['section']} aria-labelledby="sync-runs">
        <h2 id="sync-runs">{syncText.runs}</h2>
        <RunsTable runs={state.runs} />
      </section>
    </Page>
  )
}
