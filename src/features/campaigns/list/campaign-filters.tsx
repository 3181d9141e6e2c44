import { useQuery } from '@tanstack/react-query'
import { jobChoicesQuery } from '../../../data/frontend/shared-queries.ts'
import { CAMPAIGN_STATES } from '../../../domain/campaign/campaign-state.ts'
import { FilterBar, type UrlProps } from '../../../ui/filter/filter-bar.tsx'
import { campaignListText, campaignStateText } from '../../../ui/text/campaigns.ts'
import type { CampaignListUrl } from './campaign-list-url.ts'

const STATES = CAMPAIGN_STATES.map((state) => ({ value: state, label: campaignStateText[state] }))

/** Search, state and job. */
export function CampaignFilters({ url, onChange }: UrlProps<CampaignListUrl>) {
  const jobs = useQuery(jobChoicesQuery()).data?.items ?? []
  return (
    <FilterBar
      url={url}
      onChange={onChange}
      search={campaignListText.search}
      filters={[
        { key: 'state', label: campaignListText.state, options: STATES },
        {
          key: 'job',
          label: campaignListText.job,
          options: jobs.map(({ id, title }) => ({ value: id, label: title })),
        },
      ]}
    />
  )
}
