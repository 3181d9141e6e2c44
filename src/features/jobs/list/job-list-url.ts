import { z } from 'zod'
import { JOB_STATES } from '../../../data/frontend/jobs.ts'
import { urlPage, urlText } from '../../../ui/filter/url-state.ts'

/** What the list of jobs keeps in its address. */
export const jobListUrl = z.object({
  search: urlText(),
  state: z.enum(['', ...JOB_STATES]).default(''),
  page: urlPage(),
})
export type JobListUrl = z.output<typeof jobListUrl>
