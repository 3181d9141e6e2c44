import { Button, Group } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { jobConflictText, jobFormText, jobStateText } from '../../../ui/text/jobs.ts'
import classes from './job-conflict.module.css'
import { differingFields, type JobField, type JobValues } from './job-values.ts'

const LABELS: Readonly<Record<JobField, string>> = {
  title: jobFormText.title,
  company: jobFormText.company,
  location: jobFormText.location,
  employmentType: jobFormText.employmentType,
  salaryRange: jobFormText.salary,
  openPositions: jobFormText.openPositions,
  target: jobFormText.target,
  description: jobFormText.description,
  tags: jobFormText.tags,
  state: jobFormText.state,
}

function toWords(values: JobValues, field: JobField): string {
  if (field === 'state') return jobStateText[values.state]
  if (field === 'tags') return values.tags.join(', ') || jobConflictText.none
  return String(values[field]) || jobConflictText.none
}

type JobConflictProps = {
  readonly mine: JobValues
  readonly theirs: JobValues
  /** Takes a field of theirs over into the form. */
  readonly onTake: (patch: Partial<JobValues>) => void
  readonly onDropMine: () => void
}

/** Both versions of a job beside each other, field by field, where they differ. */
export function JobConflict({ mine, theirs, onTake, onDropMine }: JobConflictProps) {
  const fields = differingFields(mine, theirs)
  return (
    <Notice tone="amber" icon={IconUsers} title={jobConflictText.title}>
      {fields.length === 0 ? jobConflictText.same : jobConflictText.advice}
      {fields.length > 0 && (
        <table className={classes['versions']}>
          <thead>
            <tr>
              <th scope="col">{jobConflictText.field}</th>
              <th scope="col">{jobConflictText.theirs}</th>
              <th scope="col">{jobConflictText.yours}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{LABELS[field]}</th>
                <td>
                  <div className={classes['value']}>{toWords(theirs, field)}</div>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={jobConflictText.take(LABELS[field])}
                    onClick={() => {
                      onTake({ [field]: theirs[field] })
                    }}
                  >
                    {jobConflictText.takeShort}
                  </Button>
                </td>
                <td>
                  <div className={classes['value']}>{toWords(mine, field)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Group gap="sm" mt="sm">
        <Button size="compact-sm" type="submit">
          {jobConflictText.saveMine}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDropMine}>
          {jobConflictText.allTheirs}
        </Button>
      </Group>
    </Notice>
  )
}
