import { toRelativeTime } from '../../lib/relative-time.ts'
import { formatExactMoment, locale } from '../text/locale.ts'
import { useNow } from './use-now.ts'

type RelativeTimeProps = {
  /** A moment as ISO text, or as a date. */
  readonly at: string | Date
  /** True where the moment is only when we first saw it: shows "about". */
  readonly about?: boolean | undefined
}

/** How long ago something was, kept current; the exact moment on hover and for machines. */
export function RelativeTime({ at, about = false }: RelativeTimeProps) {
  const moment = typeof at === 'string' ? new Date(at) : at
  const now = useNow()
  const words = toRelativeTime(moment.getTime(), now, locale)
  return (
    <time dateTime={moment.toISOString()} title={formatExactMoment(moment)}>
      {about ? `about ${words}` : words}
    </time>
  )
}
