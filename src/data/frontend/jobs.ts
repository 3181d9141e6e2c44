/** Jobs and their boards' columns: rows in, domain out. */
import { z } from 'zod'
import type { KeptChange } from '../../domain/offline/kept-write.ts'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { likePattern, pageRange, type Page } from './page.ts'
import { requireRow } from './require-row.ts'
import { updatedOrConflict } from './versioned-write.ts'

export const JOB_STATES = ['open', 'on-hold', 'closed'] as const
export type JobState = (typeof JOB_STATES)[number]

const jobRow = z
  .object({
    id: z.uuid(),
    office_id: z.uuid(),
    title: z.string(),
    company: z.string(),
    location: z.string(),
    employment_type: z.string(),
    salary_range: z.string(),
    open_positions: z.number(),
    target: z.number(),
    description: z.string(),
    tags: z.array(z.string()),
    state: z.enum(JOB_STATES),
    created_at: z.string(),
    updated_at: z.string(),
    version: z.number(),
    candidates: z.number(),
    hired: z.number(),
    suggestions: z.number(),
    campaigns: z.number(),
    running_campaigns: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    officeId: row.office_id,
    title: row.title,
    company: row.company,
    location: row.location,
    employmentType: row.employment_type,
    salaryRange: row.salary_range,
    openPositions: row.open_positions,
    target: row.target,
    description: row.description,
    tags: row.tags,
    state: row.state,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    candidateCount: row.candidates,
    hiredCount: row.hired,
    suggestionCount: row.suggestions,
    campaignCount: row.campaigns,
    runningCampaignCount: row.running_campaigns,
  }))
export type Job = z.infer<typeof jobRow>

/** What a recruiter edits of a job. */
export type JobFields = Pick<
  Job,
  | 'title'
  | 'company'
  | 'location'
  | 'employmentType'
  | 'salaryRange'
  | 'openPositions'
  | 'target'
  | 'description'
  | 'tags'
  | 'state'
>

export const columnRow = z
  .object({
    id: z.uuid(),
    job_id: z.uuid(),
    key: z.string(),
    name: z.string(),
    colour: z.string(),
    position: z.number(),
    is_post_hire: z.boolean(),
    version: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    jobId: row.job_id,
    key: row.key,
    name: row.name,
    colour: row.colour,
    position: row.position,
    isPostHire: row.is_post_hire,
    version: row.version,
  }))
export type BoardColumn = z.infer<typeof columnRow>

export type JobFilter = {
  readonly search?: string | undefined
  readonly state?: JobState | undefined
  readonly officeId?: string | undefined
  readonly page?: number | undefined
}

/** Jobs of the offices one belongs to, newest first. */
export async function listJobs(client: FrontendClient, filter: JobFilter = {}): Promise<Page<Job>> {
  let query = client
    .from('jobs_with_counts')
    .select('*', { count: 'exact' })
    .order('created_at', { ascending: false })
    .order('id')
    .range(...pageRange(filter.page ?? 0))
  if (filter.state) query = query.eq('state', filter.state)
  if (filter.officeId) query = query.eq('office_id', filter.officeId)
  if (filter.search) {
    const like = likePattern(filter.search)
    query = query.or(`title.ilike.${like},company.ilike.${like},location.ilike.${like}`)
  }
  const answer = await query
  return { items: z.array(jobRow).parse(unwrap(answer)), total: answer.count ?? 0 }
}

async function findJob(client: FrontendClient, jobId: string): Promise<Job | null> {
  const row = unwrap(
    await client.from('jobs_with_counts').select('*').eq('id', jobId).maybeSingle(),
  )
  return row === null ? null : jobRow.parse(row)
}

/** One job; AppError `not-found` where it is not there or not visible. */
export async function getJob(client: FrontendClient, jobId: string): Promise<Job> {
  return requireRow(await findJob(client, jobId))
}

function toRow(fields: Partial<JobFields>) {
  const { employmentType, salaryRange, openPositions, tags, ...same } = fields
  return {
    ...same,
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(employmentType === undefined ? {} : { employment_type: employmentType }),
    ...(salaryRange === undefined ? {} : { salary_range: salaryRange }),
    ...(openPositions === undefined ? {} : { open_positions: openPositions }),
  }
}

/** An edit of a job as it is kept without a network: the changed columns, as seen and as wished. */
export function toKeptJobChange(job: Job, fields: JobFields): KeptChange {
  const changed = (Object.keys(fields) as (keyof JobFields)[]).filter(
    (name) => JSON.stringify(fields[name]) !== JSON.stringify(job[name]),
  )
  const pick = (of: JobFields) =>
    toRow(Object.fromEntries(changed.map((name) => [name, of[name]])) as Partial<JobFields>)
  return { kind: 'job-fields', before: pick(job), after: pick(fields) }
}

/** Makes a job with the standard columns. The id is made by the caller, so that a repeat is harmless. */
export async function createJob(
  client: FrontendClient,
  job: { readonly id: string; readonly officeId: string } & JobFields,
): Promise<Job> {
  const { id, officeId, ...fields } = job
  unwrap(
    await client
      .from('jobs')
      .insert({ id, office_id: officeId, ...toRow(fields), title: fields.title }),
  )
  return getJob(client, id)
}

/** Saves a job's fields; AppError `conflict` with the present row where the version moved. */
export async function saveJob(
  client: FrontendClient,
  job: { readonly id: string; readonly version: number },
  fields: Partial<JobFields>,
): Promise<Job> {
  const rows = unwrap(
    await client
      .from('jobs')
      .update(toRow(fields))
      .eq('id', job.id)
      .eq('version', job.version)
      .select('id'),
  )
  const present = await findJob(client, job.id)
  return updatedOrConflict((rows?.length ?? 0) > 0 ? present : null, () => Promise.resolve(present))
}

/** A board's columns from left to right. */
export async function listColumns(
  client: FrontendClient,
  jobId: string,
): Promise<readonly BoardColumn[]> {
  const rows = unwrap(
    await client.from('kanban_columns').select('*').eq('job_id', jobId).order('position'),
  )
  return z.array(columnRow).parse(rows)
}
