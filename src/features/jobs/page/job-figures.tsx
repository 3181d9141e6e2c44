import type { Job } from '../../../data/frontend/jobs.ts'
import { paths } from '../../../lib/paths.ts'
import { NumberStat } from '../../../ui/figures/number-stat.tsx'
import { jobListText, jobPageText } from '../../../ui/text/jobs.ts'
import { jobLinks } from '../job-links.ts'
import classes from './job-page.module.css'

/** A job's numbers, each with what it is out of and the list behind it. */
export function JobFigures({ job }: { readonly job: Job }) {
  return (
    <div className={classes['figures']}>
      <NumberStat
        label={jobListText.candidates}
        value={job.candidateCount}
        href={paths.job(job.id)}
      />
      <NumberStat
        label={jobListText.hired}
        value={job.hiredCount}
        href={jobLinks.hired(job.id)}
        of={job.target > 0 ? { value: job.target } : undefined}
      />
      <NumberStat
        label={jobListText.suggestions}
        value={job.suggestionCount}
        href={jobLinks.suggestions(job.id)}
        of={{ value: job.candidateCount }}
      />
      <NumberStat
        label={jobPageText.running}
        value={job.runningCampaignCount}
        href={jobLinks.runningCampaigns(job.id)}
        of={{ value: job.campaignCount, href: jobLinks.campaigns(job.id) }}
      />
    </div>
  )
}
