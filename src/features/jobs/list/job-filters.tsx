import { Group } from '@mantine/core'
import { JOB_STATES } from '../../../data/frontend/jobs.ts'
import { FilterChips } from '../../../ui/filter/filter-chips.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { jobListText, jobStateText } from '../../../ui/text/jobs.ts'
import type { JobListUrl } from './job-list-url.ts'

const STATES = JOB_STATES.map((state) => ({ value: state, label: jobStateText[state] }))

type JobFiltersProps = {
  readonly url: JobListUrl
  readonly onChange: (patch: Partial<JobListUrl>, options?: { readonly replace: true }) => void
}

/** Search and state, as they stand in the address. */
export function JobFilters({ url, onChange }: JobFiltersProps) {
  return (
    <Group gap="sm">
      <SearchField
        label={jobListText.search}
        value={url.search}
        onSearch={(search) => {
          onChange({ search }, { replace: true })
        }}
      />
      <FilterChips
        filters={[
          {
            key: 'state',
            label: jobListText.state,
            options: STATES,
            selected: url.state === '' ? [] : [url.state],
            single: true,
            onChange: ([value]) => {
              onChange({ state: JOB_STATES.find((state) => state === value) ?? '' })
            },
          },
        ]}
        onClear={() => {
          onChange({ state: '' })
        }}
      />
    </Group>
  )
}
