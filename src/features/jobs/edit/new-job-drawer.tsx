import { Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { createJob, type JobFields } from '../../../data/frontend/jobs.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'
import { paths } from '../../../lib/paths.ts'
import { AFTER_SAVE } from '../../../ui/feedback/unsaved-guard.tsx'
import { jobFormText } from '../../../ui/text/jobs.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { FormDrawer } from './form-drawer.tsx'
import { JobFieldset } from './job-fieldset.tsx'
import { EMPTY_JOB } from './job-values.ts'
import { useJobForm } from './use-job-form.ts'

/** The form of a new job; saved, it leads to the job's board. */
export function NewJobDrawer({ onClose }: { readonly onClose: () => void }) {
  const { offices, officeId } = useViewer()
  const [office, setOffice] = useState(officeId ?? offices[0]?.id ?? '')
  // Made once, so that pressing the button again after a lost answer makes no second job.
  const [id] = useState(() => crypto.randomUUID())
  const form = useJobForm(EMPTY_JOB)
  const navigate = useNavigate()
  const client = useQueryClient()

  const create = useMutation({
    mutationFn: (fields: JobFields) => createJob(frontend(), { id, officeId: office, ...fields }),
    onSuccess: (job) => {
      client.setQueryData(queryKeys.job(job.id), job)
      void client.invalidateQueries({ queryKey: queryKeys.jobs() })
      void navigate(paths.job(job.id), { state: AFTER_SAVE })
    },
    meta: { done: jobFormText.created, failed: jobFormText.notCreated },
  })

  return (
    <FormDrawer
      title={jobFormText.titleNew}
      submitLabel={jobFormText.create}
      dirty={form.dirty}
      saving={create.isPending}
      onClose={onClose}
      onSubmit={() => {
        const fields = form.check()
        if (fields !== null && !create.isPending) create.mutate(fields)
      }}
    >
      {offices.length > 1 && (
        <Select
          label={jobFormText.office}
          data={offices.map(({ id: value, name }) => ({ value, label: name }))}
          value={office}
          allowDeselect={false}
          mb="md"
          onChange={(value) => {
            if (value !== null) setOffice(value)
          }}
        />
      )}
      <JobFieldset form={form} />
    </FormDrawer>
  )
}
