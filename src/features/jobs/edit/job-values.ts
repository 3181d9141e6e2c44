/** A job's form as it is typed, and the job it makes. */
import { jobForm } from '../../../domain/job/job-form.ts'
import type { Job, JobFields } from '../../../data/frontend/jobs.ts'
import { err, ok, type Result } from '../../../lib/result.ts'

/** What the inputs hold: a number field that was emptied holds ''. */
export type JobValues = Omit<JobFields, 'openPositions' | 'target'> & {
  readonly openPositions: number | string
  readonly target: number | string
}
export type JobField = keyof JobValues

/** What is wrong with a field, by its name. */
export type JobFaults = Partial<Readonly<Record<JobField, string>>>

export const EMPTY_JOB: JobValues = {
  title: '',
  company: '',
  location: '',
  employmentType: '',
  salaryRange: '',
  openPositions: 1,
  target: 1,
  description: '',
  tags: [],
  state: 'open',
}

/** The fields of a job that stand in its form. */
export function toJobValues(job: Job): JobValues {
  const names = Object.keys(EMPTY_JOB) as JobField[]
  return Object.fromEntries(names.map((name) => [name, job[name]])) as JobValues
}

/** Checks what was typed: the job to save, or what to correct. */
export function checkJob(values: JobValues): Result<JobFields, JobFaults> {
  const { state, ...typed } = values
  const checked = jobForm.safeParse(typed)
  if (checked.success) return ok({ ...checked.data, state })
  const faults: Partial<Record<JobField, string>> = {}
  for (const { path, message } of checked.error.issues) {
    const field = path[0] as JobField
    faults[field] ??= message
  }
  return err(faults)
}

/** The names of the fields in which two versions differ, in the form's order. */
export function differingFields(mine: JobValues, theirs: JobValues): readonly JobField[] {
  const names = Object.keys(EMPTY_JOB) as JobField[]
  return names.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]))
}

/** What was typed, on top of a newer version: fields that were left alone follow that one. */
export function rebaseJob(mine: JobValues, began: JobValues, theirs: JobValues): JobValues {
  const typed = differingFields(mine, began).map((field) => [field, mine[field]] as const)
  return { ...theirs, ...Object.fromEntries(typed) }
}
