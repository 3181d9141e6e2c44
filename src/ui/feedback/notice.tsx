import type { ReactNode } from 'react'
import type { Icon } from '../status/status-look.ts'
import { type Tone, toneVariables } from '../theme/tones.ts'
import classes from './notice.module.css'

type NoticeProps = {
  readonly tone: Tone
  readonly icon: Icon
  /** What happened. */
  readonly title: string
  /** What to do about it. */
  readonly children?: ReactNode
}

/** Something to know before going on, in the place it is about; read out when it appears. */
export function Notice({ tone, icon: NoticeIcon, title, children }: NoticeProps) {
  return (
    <div role="alert" className={classes['notice']} style={toneVariables(tone)}>
      <NoticeIcon size={18} stroke={1.75} aria-hidden className={classes['icon']} />
      <div className={classes['body']}>
        <p className={classes['title']}>{title}</p>
        {children}
      </div>
    </div>
  )
}
