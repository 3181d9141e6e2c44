import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { syncText } from '../../ui/text/sync.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import { OpenIssueCount } from './open-issue-count.tsx'
import { syncStateQuery } from './queries.ts'
import classes from './sync.module.css'
import { faultWords, healthWords, syncHealth } from './sync-words.ts'

/** How the sync fares, in three lines; for the dashboard. */
export function SyncHealth() {
  const { data: state, error } = useQuery(syncStateQuery)
  const health = state === undefined ? 'never' : syncHealth(state)
  const words = error === null ? healthWords(health) : faultWords(error)
  const moment = (at: string | null) => (at === null ? syncText.never : <RelativeTime at={at} />)
  return (
    <dl className={classes['health']}>
      <dt>{syncText.columns.state}</dt>
      <dd className={classes['pillState']} data-health={error === null ? health : 'failing'}>
        <span className={classes['dot']} aria-hidden />
        <Link to={paths.sync()}>{state === undefined && error === null ? '…' : words}</Link>
      </dd>
      {state !== undefined && (
        <>
          <dt>{syncText.lastSuccess}</dt>
          <dd>{moment(state.checkedAt)}</dd>
          <dt>{syncText.lastChange}</dt>
          <dd>{moment(state.appliedAt)}</dd>
          <dt>{syncText.issues}</dt>
          <dd>
            <Link to={paths.sync()}>
              <OpenIssueCount />
            </Link>
          </dd>
        </>
      )}
    </dl>
  )
}
