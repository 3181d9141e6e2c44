import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Figure } from '../../data/frontend/behind-figures.ts'
import type { DailyStatistics } from '../../data/frontend/daily-statistics.ts'
import { TrendLine } from '../../ui/figures/trend-line.tsx'
import { dashboardText } from '../../ui/text/dashboard.ts'
import { formatNumber } from '../../ui/text/locale.ts'
import type { Tone } from '../../ui/theme/tones.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../ui/words/relative-time.tsx'
import classes from './dashboard.module.css'
import { trendQuery } from './queries.ts'
import { trendHref } from './trend-links.ts'

/** Each line with the figure whose rows it counts. */
const LINES: readonly (readonly [
  keyof typeof dashboardText.trends & keyof DailyStatistics,
  Tone,
  Figure,
])[] = [
  ['contacted', 'blue', 'contacted'],
  ['replies', 'violet', 'replies'],
  ['interested', 'amber', 'became-interested'],
]

/** How the last two weeks went, day by day. */
export function TrendPanel() {
  const { officeId } = useViewer()
  const { days, refreshedAt } = useSuspenseQuery(trendQuery(officeId)).data
  return (
    <>
      <ul className={classes['trends']}>
        {LINES.map(([key, tone, figure]) => {
          const values = days.map((day) => day[key])
          const total = values.reduce((sum, value) => sum + value, 0)
          const label = dashboardText.trends[key]
          return (
            <li key={key}>
              <span>
                {label}{' '}
                <Link to={trendHref(figure, { days, refreshedAt })}>{formatNumber(total)}</Link>
              </span>
              <TrendLine
                label={dashboardText.trendOf(label, total, Math.max(0, ...values))}
                values={values}
                tone={tone}
              />
            </li>
          )
        })}
      </ul>
      <p className={classes['counted']}>
        {refreshedAt === null ? (
          dashboardText.notCounted
        ) : (
          <>
            {dashboardText.counted} <RelativeTime at={refreshedAt} />
          </>
        )}
      </p>
    </>
  )
}
