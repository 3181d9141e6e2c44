import { type Tone, toneVariables } from '../theme/tones.ts'
import classes from './state-badge.module.css'
import type { Icon } from './status-look.ts'

type StateBadgeProps = {
  readonly tone: Tone
  readonly icon: Icon
  readonly label: string
  /** Says more on hover, such as a reason. */
  readonly title?: string | undefined
}

/** A state in words, with its icon and colour: the same shape for statuses, sends and calls. */
export function StateBadge({ tone, icon: StateIcon, label, title }: StateBadgeProps) {
  return (
    <span className={classes['badge']} style={toneVariables(tone)} title={title}>
      <StateIcon size={14} stroke={2} aria-hidden className={classes['icon']} />
      <span className={classes['label']}>{label}</span>
    </span>
  )
}
