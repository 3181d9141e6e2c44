import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CAMPAIGN_STATES } from '../../../domain/campaign/campaign-state.ts'
import { FilterChips } from '../../../ui/filter/filter-chips.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { campaignListText, campaignStateText } from '../../../ui/text/campaigns.ts'
import { jobChoicesQuery } from '../queries.ts'
import type { CampaignListUrl } from './campaign-list-url.ts'

const STATES = CAMPAIGN_STATES.map((state) => ({ value: state, label: campaignStateText[state] }))

type CampaignFiltersProps = {
  readonly url: CampaignListUrl
  readonly onChange: (patch: Partial<CampaignListUrl>, options?: { readonly replace: true }) => void
}

/** Search, state and job, as they stand in the address. */
export function CampaignFilters({ url, onChange }: CampaignFiltersProps) {
  const jobs = useQuery(jobChoicesQuery()).data?.items ?? []
  return (
    <Group gap="sm">
      <SearchField
        label={campaignListText.search}
        value={url.search}
        onSearch={(search) => {
          onChange({ search }, { replace: true })
        }}
      />
      <FilterChips
        filters={[
          {
            key: 'state',
            label: campaignListText.state,
            options: STATES,
            selected: url.state === '' ? [] : [url.state],
            single: true,
            onChange: ([value]) => {
              onChange({ state: CAMPAIGN_STATES.find((state) => state === value) ?? '' })
            },
          },
          {
            key: 'job',
            label: campaignListText.job,
            options: jobs.map((job) => ({ value: job.id, label: job.title })),
            selected: url.job === '' ? [] : [url.job],
            single: true,
            onChange: ([job]) => {
              onChange({ job: job ?? '' })
            },
          },
        ]}
        onClear={() => {
          onChange({ state: '', job: '' })
        }}
      />
    </Group>
  )
}
