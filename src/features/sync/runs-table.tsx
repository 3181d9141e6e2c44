import { IconRefresh } from '@tabler/icons-react'
import type { SyncRun } from '../../data/bridge/sync-actions.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { formatNumber } from '../../ui/text/locale.ts'
import { syncText } from '../../ui/text/sync.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import classes from './sync.module.css'

function tookMs(run: SyncRun): string {
  if (run.finishedAt === null) return '–'
  const ms = new Date(run.finishedAt).getTime() - new Date(run.startedAt).getTime()
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

/** The last ticks that brought something over. */
export function RunsTable({ runs }: { readonly runs: readonly SyncRun[] }) {
  const { columns } = syncText
  if (runs.length === 0) {
    return <EmptyState icon={IconRefresh} title={syncText.noRuns} advice={syncText.noRunsAdvice} />
  }
  return (
    <div className={classes['scroll']}>
      <table className={classes['runs']}>
        <thead>
          <tr>
            <th>{columns.started}</th>
            <th>{columns.trigger}</th>
            <th>{columns.mode}</th>
            <th>{columns.state}</th>
            <th className={classes['number']}>{columns.read}</th>
            <th className={classes['number']}>{columns.matched}</th>
            <th className={classes['number']}>{columns.changed}</th>
            <th className={classes['number']}>{columns.aside}</th>
            <th className={classes['number']}>{columns.requests}</th>
            <th className={classes['number']}>{columns.duration}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <td>
                <RelativeTime at={run.startedAt} />
              </td>
              <td>{syncText.triggers[run.trigger] ?? run.trigger}</td>
              <td>{syncText.modes[run.mode] ?? run.mode}</td>
              <td>
                {syncText.states[run.state] ?? run.state}
                {run.errorCode !== null && ` (${run.errorCode})`}
              </td>
              <td className={classes['number']}>{formatNumber(run.sessionsRead)}</td>
              <td className={classes['number']}>{formatNumber(run.matched)}</td>
              <td className={classes['number']}>{formatNumber(run.statusesChanged)}</td>
              <td className={classes['number']}>{formatNumber(run.setAside)}</td>
              <td className={classes['number']}>{formatNumber(run.requests)}</td>
              <td className={classes['number']}>{tookMs(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
