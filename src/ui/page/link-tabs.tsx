import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { formatNumber } from '../text/locale.ts'
import classes from './page.module.css'

type LinkTabsProps = {
  /** What the tabs are of, for a screen reader. */
  readonly label: string
  readonly current: string
  readonly tabs: readonly {
    readonly key: string
    readonly label: string
    readonly href: string
    /** A number, or a text such as "1,000+". */
    readonly count?: number | string | undefined
  }[]
}

/** Tabs that are addresses: each opens by a link, and the back button returns. */
export function LinkTabs({ label, current, tabs }: LinkTabsProps) {
  const bar = useRef<HTMLElement>(null)
  // Only the bar itself moves, not the page around it.
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>('[aria-current]')
    if (tab === null || tab === undefined || bar.current === null) return
    bar.current.scrollLeft = tab.offsetLeft - (bar.current.clientWidth - tab.offsetWidth) / 2
  }, [current])
  return (
    <nav ref={bar} aria-label={label} className={classes['tabs']}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          to={tab.href}
          preventScrollReset
          aria-current={tab.key === current ? 'page' : undefined}
          className={classes['tab']}
        >
          {tab.label}{' '}
          {tab.count !== undefined && (
            <span className={classes['tabCount']}>
              {typeof tab.count === 'string' ? tab.count : formatNumber(tab.count)}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
