import type { HTMLAttributes } from 'react'
import classes from './unseen.module.css'

/** Words for a screen reader only: what eyes see by an icon, a place or a change. */
export function Unseen(props: Omit<HTMLAttributes<HTMLSpanElement>, 'className'>) {
  return <span {...props} className={classes['unseen']} />
}
