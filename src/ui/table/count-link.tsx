import { Link } from 'react-router'
import { formatNumber } from '../text/locale.ts'
import classes from './count-link.module.css'

type CountLinkProps = {
  readonly value: number
  /** What it counts, and of what, for a screen reader. */
  readonly label: string
  readonly href: string
}

/** A number in a row that opens the list it counts. Nobody needs no link. */
export function CountLink({ value, label, href }: CountLinkProps) {
  if (value === 0) return <span className={classes['none']}>0</span>
  return (
    <Link to={href} className={classes['count']} aria-label={label}>
      {formatNumber(value)}
    </Link>
  )
}
