import classes from './figures.module.css'

const WIDTH = 72
const HEIGHT = 20
const INSET = 2

type SparklineProps = {
  /** What it shows, in a sentence: a screen reader hears nothing else of it. */
  readonly label: string
  /** One value a day or step, oldest first. */
  readonly values: readonly number[]
}

/** The points of the line, on a ground that starts at nothing. */
export function sparklinePoints(values: readonly number[]): string {
  const highest = Math.max(1, ...values)
  const step = values.length > 1 ? (WIDTH - 2 * INSET) / (values.length - 1) : 0
  return values
    .map((value, at) => {
      const y = HEIGHT - INSET - (value / highest) * (HEIGHT - 2 * INSET)
      return `${(INSET + at * step).toFixed(1)},${y.toFixed(1)}`
    })
    .join(' ')
}

/** A trend as a small line, for a cell; its numbers are in the label. */
export function Sparkline({ label, values }: SparklineProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      className={classes['sparkline']}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <title>{label}</title>
      <polyline points={sparklinePoints(values)} />
    </svg>
  )
}
