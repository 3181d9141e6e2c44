import { type Tone, toneVariables } from '../theme/tones.ts'
import classes from './figures.module.css'

const WIDTH = 240
const HEIGHT = 36
const EDGE = 2

type TrendLineProps = {
  /** What the line shows, in words: the only thing a screen reader hears of it. */
  readonly label: string
  /** One value a day, oldest first, none below zero. */
  readonly values: readonly number[]
  readonly tone: Tone
}

/** The points of a line that fills its box; a line of zeros lies at the bottom. */
export function toPoints(values: readonly number[], width: number, height: number): string {
  const most = Math.max(1, ...values)
  const step = values.length < 2 ? 0 : width / (values.length - 1)
  return values
    .map((value, index) => {
      const y = height - EDGE - (value / most) * (height - 2 * EDGE)
      return `${Math.round(index * step * 10) / 10},${Math.round(y * 10) / 10}`
    })
    .join(' ')
}

/** A small line of how something went from day to day. */
export function TrendLine({ label, values, tone }: TrendLineProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={classes['trend']}
      style={toneVariables(tone)}
    >
      <title>{label}</title>
      <polyline points={toPoints(values, WIDTH, HEIGHT)} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
