import { Link } from 'react-router'
import { figureText } from '../text/common.ts'
import { formatNumber, formatShare } from '../text/locale.ts'
import { type Tone, toneVariables } from '../theme/tones.ts'
import classes from './figures.module.css'

export type FunnelStep = {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly tone: Tone
  readonly href?: string | undefined
}

type FunnelBarsProps = {
  /** What the funnel is about, for a screen reader. */
  readonly label: string
  readonly steps: readonly FunnelStep[]
  /** What every step is out of. */
  readonly total: number
}

/** Steps of a funnel as bars under each other, each with its number and share of the whole. */
export function FunnelBars({ label, steps, total }: FunnelBarsProps) {
  return (
    <ol className={classes['funnel']} aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={classes['step']} style={toneVariables(step.tone)}>
          <span className={classes['stepLabel']}>
            {step.href === undefined ? step.label : <Link to={step.href}>{step.label}</Link>}
          </span>
          <span className={classes['track']} aria-hidden>
            <span
              className={classes['bar']}
              style={{ width: `${total === 0 ? 0 : Math.min(100, (100 * step.value) / total)}%` }}
            />
          </span>
          <span className={classes['stepValue']}>
            {`${formatNumber(step.value)} ${figureText.of} ${formatNumber(total)}`}
          </span>
          <span className={classes['stepShare']}>{formatShare(step.value, total)}</span>
        </li>
      ))}
    </ol>
  )
}
