import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { commonText } from '../text/common.ts'
import classes from './page.module.css'

type PageHeaderProps = {
  /** The page's one heading, and the tab's title. */
  readonly title: string
  /** A line below: counts, dates, a state badge. */
  readonly detail?: ReactNode
  /** The way up, where there is one. */
  readonly back?: { readonly label: string; readonly href: string } | undefined
  /** Lesser actions, left of the primary one. */
  readonly secondary?: ReactNode
  /** The page's one primary button. */
  readonly action?: ReactNode
  /** Tabs, filters, search. */
  readonly children?: ReactNode
}

/** The head of a page: one heading, one primary button; names the browser's tab too. */
export function PageHeader(props: PageHeaderProps) {
  const { title, detail, back, secondary, action, children } = props
  return (
    <div className={classes['header']}>
      <title>{`${title} · ${commonText.appName}`}</title>
      {back !== undefined && (
        <Link to={back.href} className={classes['back']}>
          <IconChevronLeft size={16} aria-hidden />
          {back.label}
        </Link>
      )}
      <div className={classes['headline']}>
        <div className={classes['titles']}>
          <h1 className={classes['title']}>{title}</h1>
          {detail !== undefined && <div className={classes['detail']}>{detail}</div>}
        </div>
        {(secondary ?? action) !== undefined && (
          <div className={classes['actions']}>
            {secondary}
            {action}
          </div>
        )}
      </div>
      {children}
    </div>
  )
}
