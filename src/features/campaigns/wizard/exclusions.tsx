import type { LaunchPreview } from '../../../data/bridge/campaign-actions.ts'
import { reviewStepText } from '../../../ui/text/campaign-wizard.ts'
import { exclusionWords } from '../delivery-reason.ts'
import classes from './wizard.module.css'

type ExclusionProps = {
  readonly reason: string
  readonly count: number
  readonly people: LaunchPreview['excludedPeople']
}

function Exclusion({ reason, count, people }: ExclusionProps) {
  const words = exclusionWords(reason)
  return (
    <details className={classes['fold']}>
      <summary>
        <span>{words.short}</span>
        <span className={classes['count']}>{count}</span>
      </summary>
      <div className={classes['foldBody']}>
        <p className={classes['muted']}>{words.full}</p>
        {people.length === 0 ? (
          <p>{reviewStepText.noNames}</p>
        ) : (
          <ul className={classes['people']} aria-label={words.short}>
            {people.map((person, at) => (
              <li key={person.personId ?? at}>
                <span>{person.name}</span>
                <span className={classes['count']}>{person.phone}</span>
              </li>
            ))}
          </ul>
        )}
        {people.length > 0 && people.length < count && (
          <p className={classes['muted']}>{reviewStepText.firstOf(people.length, count)}</p>
        )}
      </div>
    </details>
  )
}

/** Who would be left out, reason by reason; each opens its people. */
export function Exclusions({ preview }: { readonly preview: LaunchPreview }) {
  const reasons = Object.entries(preview.excluded).filter(([, count]) => count > 0)
  return (
    <section className={classes['section']} aria-label={reviewStepText.exclusions}>
      <h2>{reviewStepText.exclusions}</h2>
      {reasons.length === 0 && <p>{reviewStepText.nobodyExcluded}</p>}
      {reasons.map(([reason, count]) => (
        <Exclusion
          key={reason}
          reason={reason}
          count={count}
          people={preview.excludedPeople.filter((person) => person.reason === reason)}
        />
      ))}
    </section>
  )
}
