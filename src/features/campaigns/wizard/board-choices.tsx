import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Audience } from '../../../data/frontend/campaigns.ts'
import { columnsQuery, jobQuery } from '../../../data/frontend/shared-queries.ts'
import { SkeletonLine } from '../../../ui/feedback/skeletons.tsx'
import { audienceStepText } from '../../../ui/text/campaign-wizard.ts'
import { hasColumn, toggleColumn } from './audience-sum.ts'
import classes from './wizard.module.css'

type BoardChoicesProps = {
  readonly jobId: string
  /** Cards by column key. */
  readonly counts: Readonly<Record<string, number>>
  readonly audience: Audience
  readonly onChange: (audience: Audience) => void
}

/** The columns of a board, each with how many cards stand in it. */
export function BoardChoices({ jobId, counts, audience, onChange }: BoardChoicesProps) {
  const job = useQuery(jobQuery(jobId)).data
  const columns = useQuery(columnsQuery(jobId)).data
  if (job === undefined || columns === undefined) return <SkeletonLine width="60%" />
  return (
    <div className={classes['section']}>
      <h3>{job.location === '' ? job.title : `${job.title} · ${job.location}`}</h3>
      <ul className={classes['choices']}>
        {columns.map(({ key, name }) => (
          <li key={key} className={classes['choice']}>
            <Checkbox
              label={name}
              checked={hasColumn(audience, { jobId, key })}
              onChange={() => {
                onChange(toggleColumn(audience, { jobId, key }))
              }}
            />
            <span className={classes['count']}>{audienceStepText.people(counts[key] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
