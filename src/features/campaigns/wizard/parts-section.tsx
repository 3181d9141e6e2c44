import { Fragment, type ReactNode } from 'react'
import { withChanged, withMoved } from './ordered-parts.ts'
import type { PartProps } from './part-card.tsx'
import classes from './wizard.module.css'

type PartsSectionProps<Part> = {
  readonly title: string
  readonly advice: string
  /** What stands there while there are none. */
  readonly none: string
  readonly parts: readonly Part[]
  readonly renderCard: (props: PartProps<Part>) => ReactNode
  readonly onChange: (parts: readonly Part[]) => void
  readonly onRemove: (part: Part, rest: readonly Part[]) => void
  /** The buttons that add some. */
  readonly children: ReactNode
}

/** Targets or matrices in their order: written, moved and removed by their cards. */
export function PartsSection<Part extends { readonly id: string }>(props: PartsSectionProps<Part>) {
  const { title, advice, none, parts, renderCard, onChange, onRemove, children } = props
  return (
    <section className={classes['section']} aria-label={title}>
      <h2>{title}</h2>
      <p className={classes['muted']}>{advice}</p>
      {parts.length === 0 && <p>{none}</p>}
      <ol className={classes['parts']}>
        {parts.map((part, at) => (
          <Fragment key={part.id}>
            {renderCard({
              part,
              at,
              count: parts.length,
              onChange: (next) => {
                onChange(withChanged(parts, part.id, next))
              },
              onMove: (by) => {
                onChange(withMoved(parts, at, by))
              },
              onRemove: () => {
                onRemove(part, parts.toSpliced(at, 1))
              },
            })}
          </Fragment>
        ))}
      </ol>
      {children}
    </section>
  )
}
