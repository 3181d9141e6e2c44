import { Group, NumberInput, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { JOB_STATES } from '../../../data/frontend/jobs.ts'
import { jobFormText, jobStateText } from '../../../ui/text/jobs.ts'
import type { JobValues } from './job-values.ts'
import type { JobFormState } from './use-job-form.ts'

type LineProps = {
  readonly form: JobFormState
  readonly name: 'title' | 'company' | 'location' | 'employmentType' | 'salaryRange'
  readonly label: string
  readonly hint?: string
}

function Line({ form, name, label, hint }: LineProps) {
  const focused = name === 'title'
  return (
    <TextInput
      label={label}
      placeholder={hint ?? ''}
      value={form.values[name]}
      error={form.faults[name]}
      withAsterisk={focused}
      data-autofocus={focused || undefined}
      onChange={(event) => {
        form.change({ [name]: event.currentTarget.value })
      }}
      style={{ flex: 1 }}
    />
  )
}

type CountProps = {
  readonly form: JobFormState
  readonly name: 'openPositions' | 'target'
  readonly label: string
  readonly hint?: string
}

function Count({ form, name, label, hint }: CountProps) {
  return (
    <NumberInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={form.values[name]}
      error={form.faults[name]}
      min={0}
      allowDecimal={false}
      onChange={(value) => {
        form.change({ [name]: value })
      }}
      style={{ flex: 1 }}
    />
  )
}

/** The inputs of a job. */
export function JobFieldset({ form }: { readonly form: JobFormState }) {
  const { values, faults, change } = form
  return (
    <Stack gap="md">
      <Line form={form} name="title" label={jobFormText.title} hint={jobFormText.titleHint} />
      <Group gap="md" align="flex-start">
        <Line form={form} name="company" label={jobFormText.company} />
        <Line form={form} name="location" label={jobFormText.location} />
      </Group>
      <Group gap="md" align="flex-start">
        <Line
          form={form}
          name="employmentType"
          label={jobFormText.employmentType}
          hint={jobFormText.employmentHint}
        />
        <Line
          form={form}
          name="salaryRange"
          label={jobFormText.salary}
          hint={jobFormText.salaryHint}
        />
      </Group>
      <Group gap="md" align="flex-start">
        <Count form={form} name="openPositions" label={jobFormText.openPositions} />
        <Count form={form} name="target" label={jobFormText.target} hint={jobFormText.targetHint} />
        <Select
          label={jobFormText.state}
          data={JOB_STATES.map((state) => ({ value: state, label: jobStateText[state] }))}
          value={values.state}
          allowDeselect={false}
          onChange={(state) => {
            if (state !== null) change({ state: state as JobValues['state'] })
          }}
          style={{ flex: 1 }}
        />
      </Group>
      <Textarea
        label={jobFormText.description}
        description={jobFormText.descriptionHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={values.description}
        error={faults.description}
        autosize
        minRows={5}
        maxRows={14}
        onChange={(event) => {
          change({ description: event.currentTarget.value })
        }}
      />
      <TagsInput
        label={jobFormText.tags}
        placeholder={values.tags.length === 0 ? jobFormText.tagsHint : ''}
        value={[...values.tags]}
        error={faults.tags}
        acceptValueOnBlur
        onChange={(tags) => {
          change({ tags })
        }}
      />
    </Stack>
  )
}
