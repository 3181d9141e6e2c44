import type { ReactNode } from 'react'
import { formatNumber } from '../../../ui/text/locale.ts'
import classes from './person.module.css'

type SectionProps = {
  readonly title: string
  readonly count: number
  /** What stands there when there is nothing. */
  readonly none: string
  readonly children: ReactNode
}

/** A part of a person's page: a heading with its count, and a list. */
export function Section({ title, count, none, children }: SectionProps) {
  return (
    <section className={classes['section']}>
      <h2>
        {title} <span className={classes['muted']}>{formatNumber(count)}</span>
      </h2>
      {count === 0 ? (
        <p className={classes['muted']}>{none}</p>
      ) : (
        <ul className={classes['list']}>{children}</ul>
      )}
    </section>
  )
}
