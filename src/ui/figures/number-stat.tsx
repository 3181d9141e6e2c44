import { Link } from 'react-router'
import { figureText } from '../text/common.ts'
import { formatNumber } from '../text/locale.ts'
import classes from './figures.module.css'

type NumberStatProps = {
  /** What is counted, in a word or two. */
  readonly label: string
  readonly value: number
  /** The list behind the number. */
  readonly href?: string | undefined
  /** What the number is out of, with the list behind that. */
  readonly of?: { readonly value: number; readonly href?: string | undefined } | undefined
  /** Says so where the figure is not exact or not current. */
  readonly caveat?: 'estimated' | 'stale' | undefined
}

function Figure({ value, href }: { readonly value: number; readonly href?: string | undefined }) {
  const text = formatNumber(value)
  return href === undefined ? <span>{text}</span> : <Link to={href}>{text}</Link>
}

/** A number with what it is out of: "12 of 60". Each opens the list it counts. */
export function NumberStat({ label, value, href, of, caveat }: NumberStatProps) {
  return (
    <div className={classes['stat']}>
      <div className={classes['statLabel']}>{label}</div>
      <div className={classes['statValue']}>
        <Figure value={value} href={href} />
        {of !== undefined && (
          <span className={classes['statOf']}>
            {` ${figureText.of} `}
            <Figure value={of.value} href={of.href} />
          </span>
        )}
      </div>
      {caveat !== undefined && <div className={classes['caveat']}>{figureText[caveat]}</div>}
    </div>
  )
}
