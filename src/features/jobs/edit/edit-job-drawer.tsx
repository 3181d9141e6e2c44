import { Box } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { type Job, type JobFields, saveJob, toKeptJobChange } from '../../../data/frontend/jobs.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { sendOrKeep } from '../../../data/frontend/kept-writes.ts'
import { outboxText } from '../../../ui/text/offline.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { jobFormText } from '../../../ui/text/jobs.ts'
import { FormDrawer } from './form-drawer.tsx'
import { JobConflict } from './job-conflict.tsx'
import { JobFieldset } from './job-fieldset.tsx'
import { toJobValues } from './job-values.ts'
import { useJobForm } from './use-job-form.ts'

type Saved = { readonly kind: 'saved'; readonly job: Job }
type Conflict = { readonly kind: 'conflict'; readonly theirs: Job }

/** Saves, or answers with the version of who was faster: a conflict is no failure here. */
async function saveOrCompare(job: Job, fields: JobFields): Promise<Saved | Conflict> {
  const change = toKeptJobChange(job, fields)
  const keepable = { subjectId: job.id, label: outboxText.jobEdit(job.title), change }
  try {
    const saved = await sendOrKeep(keepable, () => saveJob(frontend(), job, fields))
    return { kind: 'saved', job: saved === 'kept' ? { ...job, ...fields } : saved }
  } catch (error) {
    if (!isAppError(error, 'conflict')) throw error
    return { kind: 'conflict', theirs: error.current as Job }
  }
}

type EditJobDrawerProps = { readonly job: Job; readonly onClose: () => void }

/** A job's form. When somebody else saved meanwhile, both versions stand beside each other. */
export function EditJobDrawer({ job, onClose }: EditJobDrawerProps) {
  const [version, setVersion] = useState(job.version)
  const [theirs, setTheirs] = useState<Job | null>(null)
  const form = useJobForm(toJobValues(job))
  const client = useQueryClient()

  const save = useMutation({
    mutationFn: (fields: JobFields) => saveOrCompare({ ...(theirs ?? job), version }, fields),
    onSuccess: (outcome) => {
      const present = outcome.kind === 'saved' ? outcome.job : outcome.theirs
      client.setQueryData(queryKeys.job(job.id), present)
      void client.invalidateQueries({ queryKey: queryKeys.jobs() })
      if (outcome.kind === 'saved') {
        onClose()
        return
      }
      setVersion(present.version)
      setTheirs(present)
      form.rebase(toJobValues(present))
    },
    meta: { failed: jobFormText.notSaved },
  })

  return (
    <FormDrawer
      title={jobFormText.titleEdit}
      submitLabel={jobFormText.save}
      dirty={form.dirty}
      saving={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        const fields = form.check()
        if (fields !== null && !save.isPending) save.mutate(fields)
      }}
    >
      {theirs !== null && (
        <Box mb="md">
          <JobConflict
            mine={form.values}
            theirs={toJobValues(theirs)}
            onTake={form.change}
            onDropMine={onClose}
          />
        </Box>
      )}
      <JobFieldset form={form} />
    </FormDrawer>
  )
}
