import { toneVariables } from '../theme/tones.ts'
import classes from './state-badge.module.css'
import { type CustomStatus, toStatusLook } from './status-look.ts'

type StatusDotProps = {
  readonly status: string
  readonly custom?: CustomStatus | undefined
}

/** A status where a badge is too heavy: a coloured dot and the label, never the dot alone. */
export function StatusDot({ status, custom }: StatusDotProps) {
  const look = toStatusLook(status, custom)
  return (
    <span className={classes['dot']} style={toneVariables(look.tone)}>
      <span className={classes['label']}>{look.label}</span>
    </span>
  )
}
