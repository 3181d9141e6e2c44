import { useState } from 'react'
import type { JobFields } from '../../../data/frontend/jobs.ts'
import {
  checkJob,
  differingFields,
  type JobFaults,
  type JobValues,
  rebaseJob,
} from './job-values.ts'

export type JobFormState = {
  readonly values: JobValues
  readonly faults: JobFaults
  /** True while something differs from what the form began with. */
  readonly dirty: boolean
  readonly change: (patch: Partial<JobValues>) => void
  /** Puts what was typed on top of a newer version of the job. */
  readonly rebase: (theirs: JobValues) => void
  /** The job to save, or null when something has to be corrected first. */
  readonly check: () => JobFields | null
}

/** What is typed into a job's form; faults show after the first try to save. */
export function useJobForm(start: JobValues): JobFormState {
  const [began, setBegan] = useState(start)
  const [values, setValues] = useState(start)
  const [faults, setFaults] = useState<JobFaults>({})
  return {
    values,
    faults,
    dirty: differingFields(values, began).length > 0,
    change: (patch) => {
      setValues((before) => ({ ...before, ...patch }))
      setFaults((before) => {
        const left = { ...before }
        for (const name of Object.keys(patch) as (keyof JobValues)[]) delete left[name]
        return left
      })
    },
    rebase: (theirs) => {
      setValues(rebaseJob(values, began, theirs))
      setBegan(theirs)
    },
    check: () => {
      const checked = checkJob(values)
      setFaults(checked.ok ? {} : checked.error)
      return checked.ok ? checked.value : null
    },
  }
}
