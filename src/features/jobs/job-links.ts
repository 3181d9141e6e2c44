/** The lists behind a job's numbers. */
import { paths } from '../../lib/paths.ts'

export const jobLinks = {
  /** The cards that count as hired begin here. */
  hired: (jobId: string) => paths.job(jobId, { column: 'hired' }),
  suggestions: (jobId: string) => paths.job(jobId, { show: 'suggested' }),
  campaigns: (jobId: string) => paths.campaigns({ job: jobId }),
  runningCampaigns: (jobId: string) => paths.campaigns({ job: jobId, state: 'running' }),
} as const
