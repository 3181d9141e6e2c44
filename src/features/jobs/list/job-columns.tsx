import type { Job } from '../../../data/frontend/jobs.ts'
import { paths } from '../../../lib/paths.ts'
import type { Column } from '../../../ui/table/column.ts'
import { CountLink } from '../../../ui/table/count-link.tsx'
import { figureText } from '../../../ui/text/common.ts'
import { jobListText } from '../../../ui/text/jobs.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { jobLinks } from '../job-links.ts'
import { JobStateBadge } from '../job-state-badge.tsx'
import classes from './jobs.module.css'

type CountColumn = {
  readonly key: 'candidates' | 'hired' | 'suggestions' | 'running'
  readonly width: string
  readonly wideOnly?: boolean
  readonly count: (job: Job) => number
  /** What the number is out of. */
  readonly of?: (job: Job) => number
  readonly hrefOf: (jobId: string) => string
}

/** A column of a number of a job that opens the list it counts. */
function countColumn({ key, count, of, hrefOf, ...column }: CountColumn): Column<Job> {
  const title = jobListText[key]
  return {
    key,
    title,
    align: 'end',
    ...column,
    cell: (job) => {
      const value = count(job)
      const all = of?.(job) ?? 0
      return (
        <>
          <CountLink
            value={value}
            label={jobListText.behind(value, title, job.title)}
            href={hrefOf(job.id)}
          />
          {all > 0 && (
            <span className={classes['of']}>{` ${figureText.of} ${formatNumber(all)}`}</span>
          )}
        </>
      )
    },
  }
}

/** The list's columns: what the job is, and how far the search is. */
export const JOB_COLUMNS: readonly Column<Job>[] = [
  { key: 'title', title: jobListText.name, cell: (job) => job.title },
  {
    key: 'company',
    title: jobListText.company,
    width: '16%',
    wideOnly: true,
    cell: (job) => job.company,
  },
  {
    key: 'location',
    title: jobListText.location,
    width: '14%',
    wideOnly: true,
    cell: (job) => job.location,
  },
  {
    key: 'state',
    title: jobListText.state,
    width: '96px',
    cell: (job) => <JobStateBadge state={job.state} />,
  },
  countColumn({
    key: 'candidates',
    width: '88px',
    count: (job) => job.candidateCount,
    hrefOf: paths.job,
  }),
  countColumn({
    key: 'hired',
    width: '80px',
    wideOnly: true,
    count: (job) => job.hiredCount,
    of: (job) => job.target,
    hrefOf: jobLinks.hired,
  }),
  countColumn({
    key: 'suggestions',
    width: '92px',
    wideOnly: true,
    count: (job) => job.suggestionCount,
    hrefOf: jobLinks.suggestions,
  }),
  countColumn({
    key: 'running',
    width: '128px',
    wideOnly: true,
    count: (job) => job.runningCampaignCount,
    of: (job) => job.campaignCount,
    hrefOf: jobLinks.runningCampaigns,
  }),
  {
    key: 'created',
    title: jobListText.created,
    align: 'end',
    width: '120px',
    wideOnly: true,
    cell: (job) => <RelativeTime at={job.createdAt} />,
  },
]
