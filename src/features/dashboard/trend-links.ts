/** The list behind a number of a trend. */
import type { Figure } from '../../data/frontend/behind-figures.ts'
import type { Trend } from '../../data/frontend/daily-statistics.ts'
import { paths } from '../../lib/paths.ts'

/** Just the rows that were counted: of the trend's days, up to when that was. */
export function trendHref(figure: Figure, { days, refreshedAt }: Trend, campaign?: string): string {
  return paths.behind(figure, {
    from: days[0]?.day,
    to: days.at(-1)?.day,
    until: refreshedAt ?? undefined,
    campaign,
  })
}
