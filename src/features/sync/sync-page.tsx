import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { SyncState } from '../../data/bridge/sync-actions.ts'
import { LoadingBoundary } from '../../ui/feedback/loading-boundary.tsx'
import { TableSkeleton } from '../../ui/feedback/skeletons.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Page } from '../../ui/page/page.tsx'
import { syncText } from '../../ui/text/sync.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { DryRun } from './dry-run.tsx'
import { IssueQueue } from './issue-queue.tsx'
import { OpenIssueCount } from './open-issue-count.tsx'
import { syncStateQuery, useSyncNow } from './queries.ts'
import { RunsList } from './runs-list.tsx'
import { SyncSwitches } from './sync-switches.tsx'
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

const TICKS_A_MINUTE = 2

/** How changes are found, and how long one may take at most. */
function HowFound({ state }: { readonly state: SyncState }) {
  const ticks = state.lapTicks ?? 1
  const lap = syncText.lapOf(ticks, syncText.minutes(ticks / TICKS_A_MINUTE))
  return (
    <p className={classes['how']}>
      <strong>{syncText.feed}.</strong>{' '}
      {state.feed === 'log'
        ? syncText.feedLog
        : `${syncText.feedSweep(lap)} ${state.alert === null ? syncText.feedSweepAdvice : ''}`}
    </p>
  )
}

/** How the sync fares, what it did, and what it set aside. */
export function SyncPage() {
  const { data: state } = useSuspenseQuery(syncStateQuery)
  const sync = useSyncNow()
  const troubles = [state.lastError, state.alert].filter((one) => one !== null)
  return (
    <Page
      header={
        <PageHeader
          title={syncText.title}
          detail={sync.data === undefined ? undefined : reportWords(sync.data)}
          secondary={<SyncSwitches paused={state.pausedReason !== null} />}
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
      {troubles.map((trouble) => (
        <p key={trouble.code} className={classes['warning']} role="alert">
          {trouble.message} {trouble.hint}
        </p>
      ))}
      <div className={classes['figures']}>
        <Figure label={syncText.lastSuccess}>
          {state.checkedAt === null ? syncText.never : <RelativeTime at={state.checkedAt} />}
        </Figure>
        <Figure label={syncText.lastChange}>
          {state.appliedAt === null ? syncText.never : <RelativeTime at={state.appliedAt} />}
        </Figure>
        <Figure label={syncText.issues}>
          <OpenIssueCount />
        </Figure>
      </div>
      <HowFound state={state} />
      <DryRun />
      <section className={classes['section']} aria-labelledby="sync-issues">
        <h2 id="sync-issues">{syncText.issues}</h2>
        <LoadingBoundary skeleton={<TableSkeleton rows={3} />}>
          <IssueQueue />
        </LoadingBoundary>
      </section>
      <section className={classes['section']} aria-labelledby="sync-runs">
        <h2 id="sync-runs">{syncText.runs}</h2>
        <LoadingBoundary skeleton={<TableSkeleton rows={5} />}>
          <RunsList />
        </LoadingBoundary>
      </section>
    </Page>
  )
}
