import type { ReactNode } from 'react'
import classes from './page.module.css'

type PageProps = {
  /** A `PageHeader`. */
  readonly header: ReactNode
  /**
   * `flow` scrolls as a whole; `fill` gives its content the rest of the window, for tables and
   * boards that scroll inside; `narrow` keeps forms and texts to a readable width.
   */
  readonly layout?: 'flow' | 'fill' | 'narrow'
  readonly children: ReactNode
}

/** A page's frame: header, then content. */
export function Page({ header, layout = 'flow', children }: PageProps) {
  return (
    <div className={classes['page']} data-layout={layout}>
      {header}
      <div className={classes['body']}>{children}</div>
    </div>
  )
}
