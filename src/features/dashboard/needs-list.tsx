import {
  IconArrowsDiff,
  IconCalendarDue,
  IconCircleCheck,
  IconHelpHexagon,
  IconMailX,
  IconMessageQuestion,
  IconSparkles,
  IconUserQuestion,
} from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Needs } from '../../data/frontend/dashboard.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import type { Icon } from '../../ui/status/status-look.ts'
import { dashboardText } from '../../ui/text/dashboard.ts'
import { formatNumber } from '../../ui/text/locale.ts'
import { type Tone, toneVariables } from '../../ui/theme/tones.ts'
import { useViewer } from '../../ui/viewer/viewer-context.ts'
import classes from './dashboard.module.css'
import { NEED_LINKS, needHref, type NeedKey } from './need-links.ts'
import { needsQuery } from './queries.ts'

/** In the order in which waiting costs most. */
const LOOKS: readonly (readonly [NeedKey, Icon, Tone])[] = [
  ['interested', IconSparkles, 'amber'],
  ['waiting', IconMessageQuestion, 'amber'],
  ['followUps', IconCalendarDue, 'violet'],
  ['suggested', IconArrowsDiff, 'blue'],
  ['doubtful', IconHelpHexagon, 'red'],
  ['failed', IconMailX, 'red'],
  ['unmatched', IconUserQuestion, 'gray'],
]

type NeedProps = {
  readonly name: NeedKey
  readonly icon: Icon
  readonly tone: Tone
  readonly need: Needs[NeedKey]
}

/** One kind of work: how much of it there is, and where. */
function Need({ name, icon: NeedIcon, tone, need }: NeedProps) {
  const { place } = NEED_LINKS[name]
  const label = dashboardText.need[name]
  return (
    <li className={classes['need']} style={toneVariables(tone)}>
      <span className={classes['needIcon']} aria-hidden>
        <NeedIcon size={18} stroke={1.75} />
      </span>
      <div className={classes['needWords']}>
        <h3>{label}</h3>
        <p>{dashboardText.about[name]}</p>
        {place !== undefined && need.places.length > 0 && (
          <ul className={classes['places']}>
            {need.places.map(({ id, name: where, count }) => (
              <li key={id}>
                <Link to={place(id)}>
                  <span>{where}</span> <b>{formatNumber(count)}</b>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className={classes['needCount']}>
        <Link to={needHref(name, need)} aria-label={dashboardText.openNeed(label, need.total)}>
          {formatNumber(need.total)}
        </Link>
      </span>
    </li>
  )
}

/** What needs a person now; what doesn't is left out. */
export function NeedsList() {
  const { officeId } = useViewer()
  const { data: needs } = useSuspenseQuery(needsQuery(officeId))
  const waiting = LOOKS.filter(([name]) => needs[name].total > 0)
  if (waiting.length === 0) {
    return (
      <EmptyState
        icon={IconCircleCheck}
        title={dashboardText.nothing}
        advice={dashboardText.nothingAdvice}
      />
    )
  }
  return (
    <ul className={classes['needs']}>
      {waiting.map(([name, icon, tone]) => (
        <Need key={name} name={name} icon={icon} tone={tone} need={needs[name]} />
      ))}
    </ul>
  )
}
