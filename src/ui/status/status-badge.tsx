import { StateBadge } from './state-badge.tsx'
import { type CustomStatus, toStatusLook } from './status-look.ts'

type StatusBadgeProps = {
  /** The status key: `interested`, or a column's own. */
  readonly status: string
  /** The board's name and colour for it, where the status is a column of the job's own. */
  readonly custom?: CustomStatus | undefined
  readonly title?: string | undefined
}

/** A candidate's status: icon, label and colour. */
export function StatusBadge({ status, custom, title }: StatusBadgeProps) {
  const look = toStatusLook(status, custom)
  return <StateBadge tone={look.tone} icon={look.icon} label={look.label} title={title} />
}
