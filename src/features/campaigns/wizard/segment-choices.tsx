import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Audience } from '../../../data/frontend/campaigns.ts'
import { segmentsQuery } from '../../../data/frontend/shared-queries.ts'
import { paths } from '../../../lib/paths.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { describeError } from '../../../ui/text/errors.ts'
import { segmentAudienceText, segmentText } from '../../../ui/text/segments.ts'
import { toggleSegment } from './audience-sum.ts'
import classes from './wizard.module.css'

type SegmentChoicesProps = {
  readonly officeId: string
  readonly audience: Audience
  /** Of the chosen ones, as far as they are known; null for one that is gone. */
  readonly sizes: ReadonlyMap<string, number | null>
  readonly onChange: (audience: Audience) => void
}

/** The saved segments that serve the campaign's office; a chosen one stays in sight when it is gone. */
export function SegmentChoices({ officeId, audience, sizes, onChange }: SegmentChoicesProps) {
  const query = useQuery(segmentsQuery())
  const offered = (query.data ?? [])
    .filter((segment) => !segment.shared || segment.officeId === officeId)
    .map(({ id, name, filter }) => ({ id, name, says: segmentText.filter(filter) }))
  const unknown = audience.segmentIds
    .filter((id) => !offered.some((segment) => segment.id === id))
    .map((id) => ({ id, name: segmentAudienceText.colleagues, says: '' }))
  const choices = [...offered, ...unknown]
  return (
    <section className={classes['section']} aria-label={segmentAudienceText.title}>
      <h2>{segmentAudienceText.title}</h2>
      <p className={classes['muted']}>{segmentAudienceText.advice}</p>
      {query.isError && <p role="alert">{describeError(query.error).title}</p>}
      {query.isPending && <SkeletonLine width="60%" />}
      {query.isSuccess && choices.length === 0 && (
        <p className={classes['muted']}>
          {segmentAudienceText.none}{' '}
          <Link to={paths.people()}>{segmentAudienceText.openPeople}</Link>
        </p>
      )}
      {query.isSuccess && choices.length > 0 && (
        <ul className={classes['choices']}>
          {choices.map(({ id, name, says }) => {
            const size = sizes.get(id)
            return (
              <li key={id} className={classes['choice']}>
                <Checkbox
                  label={size === null ? segmentAudienceText.gone : name}
                  description={size === null ? segmentAudienceText.goneAdvice : says}
                  checked={audience.segmentIds.includes(id)}
                  onChange={() => {
                    onChange(toggleSegment(audience, id))
                  }}
                />
                {typeof size === 'number' && (
                  <span className={classes['count']}>{segmentAudienceText.size(size)}</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
