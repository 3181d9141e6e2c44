import { Link } from 'react-router'
import type { ObjectiveResult } from '../../../../data/frontend/campaign-results.ts'
import { FunnelBars, type FunnelStep } from '../../../../ui/figures/funnel-bars.tsx'
import { resultsText } from '../../../../ui/text/campaign-results.ts'
import { objectiveHref } from '../../recipients-filter.ts'
import classes from '../overview.module.css'
import { valueWords } from './value-words.ts'

type ObjectiveCardProps = {
  readonly campaignId: string
  readonly objective: ObjectiveResult
  /** How many could have answered. */
  readonly reached: number
}

/** The answers as bars; what is too rare to be named stands together. */
function toSteps({ campaignId, objective, reached }: ObjectiveCardProps): readonly FunnelStep[] {
  const { key, values, answered } = objective
  const named = values.reduce((sum, { count }) => sum + count, 0)
  const steps: FunnelStep[] = values.map(({ value, count }) => ({
    key: `value ${value}`,
    label: valueWords(value),
    value: count,
    tone: value === 'true' ? 'green' : value === 'false' ? 'red' : 'blue',
    href: objectiveHref(campaignId, key, { value }),
  }))
  if (answered > named) {
    const href = objectiveHref(campaignId, key, 'any')
    const label = resultsText.otherValues
    steps.push({ key: 'others', label, value: answered - named, tone: 'blue', href })
  }
  const silent = Math.max(0, reached - answered)
  const href = objectiveHref(campaignId, key, 'none')
  const label = resultsText.noAnswer
  return [...steps, { key: 'none', label, value: silent, tone: 'gray', href }]
}

/** One objective: how many answered what. Each number opens the people behind it. */
export function ObjectiveCard(props: ObjectiveCardProps) {
  const { campaignId, objective, reached } = props
  const name = objective.name ?? objective.key
  return (
    <li className={classes['block']}>
      <div className={classes['partHead']}>
        <h2>{name}</h2>
        <Link to={objectiveHref(campaignId, objective.key, 'any')} className={classes['quiet']}>
          {resultsText.answered(objective.answered, reached)}
        </Link>
        {objective.name === null && <span className={classes['muted']}>{resultsText.unasked}</span>}
      </div>
      <FunnelBars label={name} steps={toSteps(props)} total={reached} />
    </li>
  )
}
