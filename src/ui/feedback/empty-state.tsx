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
  /** The level of the title: 1 where it is all there is on the page. */
  readonly level?: 1 | 2
}

/** What an empty page or list shows: it teaches its first step. */
export function EmptyState({ icon: StateIcon, title, advice, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={classes['state']}>
      <StateIcon size={28} stroke={1.5} aria-hidden className={classes['icon']} />
      <Heading className={classes['title']}>{title}</Heading>
      <p className={classes['advice']}>{advice}</p>
      {action !== undefined && <div className={classes['actions']}>{action}</div>}
    </div>
  )
}
