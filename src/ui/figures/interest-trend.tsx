import { figureText } from '../text/common.ts'
import { Sparkline } from './sparkline.tsx'

type InterestTrendProps = {
  /** How many became interested a day, oldest first; undefined while nobody knows. */
  readonly values: readonly number[] | undefined
}

/** How many became interested of late; nothing where nobody did. */
export function InterestTrend({ values }: InterestTrendProps) {
  if (values === undefined || values.every((value) => value === 0)) return null
  const sum = values.reduce((one, other) => one + other, 0)
  const label = figureText.interestTrend(sum, values.length, values.at(-1) ?? 0)
  return <Sparkline label={label} values={values} />
}
