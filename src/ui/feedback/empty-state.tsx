import type { ReactNode } from 'react'
import type { Icon } from '../status/status-look.ts'
import classes from './states.module.css'

type EmptyStateProps = {
  readonly icon: Icon
  /** What is not there yet: "No campaigns yet". */
  readonly title: string
  /** The first step, in a sentence. */
  readonly advice: string
  /** The button or link that takes this step. */
  readonly action?: ReactNode
}

/** What an empty page or list shows: it teaches its first step. */
export function EmptyState({ icon: StateIcon, title, advice, action }: EmptyStateProps) {
  return (
    <div className={classes['state']}>
      <StateIcon size={28} stroke={1.5} aria-hidden className={classes['icon']} />
      <h2>{title}</h2>
      <p className={classes['advice']}>{advice}</p>
      {action !== undefined && <div className={classes['actions']}>{action}</div>}
    </div>
  )
}
