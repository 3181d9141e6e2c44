import { ActionIcon } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { SyncState } from '../../data/bridge/sync-actions.ts'
import { paths } from '../../lib/paths.ts'
import { toRelativeTime } from '../../lib/relative-time.ts'
import { locale } from '../../ui/text/locale.ts'
import { syncText } from '../../ui/text/sync.ts'
import { Unseen } from '../../ui/words/unseen.tsx'
import { useNow } from '../../ui/words/use-now.ts'
import { syncStateQuery, useSyncNow } from './queries.ts'
import classes from './sync.module.css'
import { faultWords, healthWords, reportWords, syncHealth } from './sync-words.ts'

function pillLabel(state: SyncState, now: number): string {
  const health = syncHealth(state)
  if (health === 'paused' || health === 'failing' || health === 'never') return healthWords(health)
  const checked = state.checkedAt === null ? now : new Date(state.checkedAt).getTime()
  return syncText.lag(toRelativeTime(Math.min(checked, now), now, locale))
}

/** In the top bar: when the sync last looked, and the button that makes it look now. */
export function SyncPill() {
  const now = useNow()
  const { data: state, error } = useQuery(syncStateQuery)
  const sync = useSyncNow()
  const health = error !== null ? 'failing' : state === undefined ? 'never' : syncHealth(state)
  const label =
    error !== null ? faultWords(error) : state === undefined ? '' : pillLabel(state, now)
  const detail = sync.data === undefined ? healthWords(health) : reportWords(sync.data)
  return (
    <div className={classes['pill']} data-health={health}>
      <Link
        to={paths.sync()}
        className={classes['pillLink']}
        aria-label={`${syncText.open}: ${label}`}
        title={detail}
      >
        <span className={classes['dot']} aria-hidden />
        <span className={classes['pillText']}>{label}</span>
      </Link>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={sync.isPending ? syncText.syncing : syncText.sync}
        title={syncText.sync}
        loading={sync.isPending}
        onClick={() => {
          sync.mutate()
        }}
      >
        <IconRefresh size={16} aria-hidden />
      </ActionIcon>
      <Unseen role="status">{sync.data === undefined ? '' : reportWords(sync.data)}</Unseen>
    </div>
  )
}
