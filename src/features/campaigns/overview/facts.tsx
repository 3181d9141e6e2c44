import type { ReactNode } from 'react'
import classes from './overview.module.css'

type FactsProps = {
  readonly facts: readonly (readonly [label: string, value: ReactNode])[]
}

/** Facts under each other: what it is, and its value. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes['facts']}>
      {facts.map(([label, value]) => (
        <div key={label} className={classes['fact']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type SectionProps = { readonly title: string; readonly children: ReactNode }

/** A part of a tab under its heading. */
export function Section({ title, children }: SectionProps) {
  return (
    <section className={classes['section']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
