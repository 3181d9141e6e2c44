import { queryOptions } from '@tanstack/react-query'
import { frontend } from '../../../data/frontend/browser-client.ts'
import { listCampaigns } from '../../../data/frontend/campaign-summaries.ts'
import { queryKeys } from '../../../data/frontend/query-keys.ts'

/** Drafts of an office, newest first. */
export function draftsQuery(officeId: string) {
  return queryOptions({
    queryKey: queryKeys.campaigns('drafts', officeId),
    queryFn: () => listCampaigns(frontend(), { state: 'draft', officeId }),
  })
}
