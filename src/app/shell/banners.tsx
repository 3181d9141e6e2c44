import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconClockUp, IconFlask, IconPlugConnectedX, IconPlugOff } from '@tabler/icons-react'
import { syncStateQuery } from '../../features/sync/queries.ts'
import { toRelativeTime } from '../../lib/relative-time.ts'
import { paths } from '../../lib/paths.ts'
import type { KeptMark } from '../../ui/offline/kept-marks.ts'
import { outboxText } from '../../ui/text/offline.ts'
import { Link } from 'react-router'
import { locale } from '../../ui/text/locale.ts'
import { shellText } from '../../ui/text/shell.ts'
import { useNow } from '../../ui/words/use-now.ts'
import classes from './banners.module.css'

/** The height of one banner, in px; panels start below them. */
export const BANNER_PX = 28

/** Says that nobody is really contacted. */
export function DemoBanner() {
  return (
    <div role="note" className={classes['demo']}>
      <IconFlask size={16} aria-hidden />
      {shellText.demoBanner}
    </div>
  )
}

/** Says that something is not sent yet, and leads to it. */
export function WaitingBanner({ marks }: { readonly marks: readonly KeptMark[] }) {
  const refused = marks.filter((mark) => mark.refused).length
  return (
    <div role="status" className={classes['offline']}>
      <IconClockUp size={16} aria-hidden />
      {refused > 0 ? outboxText.refused(refused) : outboxText.waiting(marks.length)}{' '}
      <Link to={paths.waiting()}>{outboxText.see}</Link>
    </div>
  )
}

/** Says that the network is gone, and how old the oldest thing on the page is. */
export function OfflineBanner() {
  const now = useNow()
  const cache = useQueryClient().getQueryCache()
  const updates = cache
    .findAll({ type: 'active' })
    .map((query) => query.state.dataUpdatedAt)
    .filter((updatedAt) => updatedAt > 0)
  const age = updates.length > 0 ? toRelativeTime(Math.min(...updates), now, locale) : undefined
  return (
    <div role="status" className={classes['offline']}>
      <IconPlugConnectedX size={16} aria-hidden />
      {shellText.offlineTitle} {age !== undefined && shellText.offlineAge(age)}
    </div>
  )
}

/** Faults that no retry mends: the agents' database is not what Rollcall knows any more. */
const CONTRACT_CODES: ReadonlySet<string> = new Set([
  'backend_schema_drift',
  'backend_not_installed',
  'backend_triggers_missing',
  'backend_part_missing',
])

const NO_TROUBLE = { lastError: null, alert: null }

/** What is wrong with the agents' database, where somebody has to mend it; else null. */
export function useContractFault() {
  const { lastError: fault, alert } = useQuery(syncStateQuery).data ?? NO_TROUBLE
  return fault !== null && CONTRACT_CODES.has(fault.code) ? fault : alert
}

/** Says that nothing comes over any more, or late, and leads to what to do. */
export function ContractBanner({
  message,
  hint,
}: {
  readonly message: string
  readonly hint: string
}) {
  return (
    <div role="alert" className={classes['contract']} title={`${message} ${hint}`}>
      <IconPlugOff size={16} aria-hidden />
      <Link to={paths.sync()}>{shellText.contractAction}</Link>
      <span>
        {message} {hint}
      </span>
    </div>
  )
}
