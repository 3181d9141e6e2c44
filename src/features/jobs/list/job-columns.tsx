import { Link } from 'react-router'
import type { Job } from '../../../data/frontend/jobs.ts'
import { paths } from '../../../lib/paths.ts'
import type { Column } from '../../../ui/table/column.ts'
import { figureText } from '../../../ui/text/common.ts'
import { jobListText } from '../../../ui/text/jobs.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { jobLinks } from '../job-links.ts'
import { JobStateBadge } from '../job-state-badge.tsx'
import classes from './jobs.module.css'

type CountProps = {
  readonly job: Job
  readonly value: number
  readonly label: string
  readonly href: string
  /** What the number is out of. */
  readonly of?: number | undefined
}

/** A number of a job; it opens the list it counts. Nobody needs no link. */
function Count({ job, value, label, href, of }: CountProps) {
  return (
    <>
      {value === 0 ? (
        <span className={classes['none']}>0</span>
      ) : (
        <Link
          to={href}
          className={classes['count']}
          aria-label={jobListText.behind(value, label, job.title)}
        >
          {formatNumber(value)}
        </Link>
      )}
      {of !== undefined && of > 0 && (
        <span className={classes['none']}>{` ${figureText.of} ${formatNumber(of)}`}</span>
      )}
    </>
  )
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
  {
    key: 'candidates',
    title: jobListText.candidates,
    align: 'end',
    width: '88px',
    cell: (job) => (
      <Count
        job={job}
        value={job.candidateCount}
        label={jobListText.candidates}
        href={paths.job(job.id)}
      />
    ),
  },
  {
    key: 'hired',
    title: jobListText.hired,
    align: 'end',
    width: '80px',
    wideOnly: true,
    cell: (job) => (
      <Count
        job={job}
        value={job.hiredCount}
        of={job.target}
        label={jobListText.hired}
        href={jobLinks.hired(job.id)}
      />
    ),
  },
  {
    key: 'suggestions',
    title: jobListText.suggestions,
    align: 'end',
    width: '92px',
    wideOnly: true,
    cell: (job) => (
      <Count
        job={job}
        value={job.suggestionCount}
        label={jobListText.suggestions}
        href={jobLinks.suggestions(job.id)}
      />
    ),
  },
  {
    key: 'running',
    title: jobListText.running,
    align: 'end',
    width: '128px',
    wideOnly: true,
    cell: (job) => (
      <Count
        job={job}
        value={job.runningCampaignCount}
        of={job.campaignCount}
        label={jobListText.running}
        href={jobLinks.runningCampaigns(job.id)}
      />
    ),
  },
  {
    key: 'created',
    title: jobListText.created,
    align: 'end',
    width: '120px',
    wideOnly: true,
    cell: (job) => <RelativeTime at={job.createdAt} />,
  },
]
