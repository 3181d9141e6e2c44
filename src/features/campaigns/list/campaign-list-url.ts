import { z } from 'zod'
import { CAMPAIGN_SORTS, type CampaignFilter } from '../../../data/frontend/campaign-summaries.ts'
import { CAMPAIGN_STATES } from '../../../domain/campaign/campaign-state.ts'
import { parseSort } from '../../../ui/table/sort.ts'
import { urlList, urlPage, urlText } from '../../../ui/filter/url-state.ts'

/** What the list of campaigns keeps in its address. */
export const campaignListUrl = z.object({
  search: urlText(),
  state: urlList(z.enum(CAMPAIGN_STATES)),
  /** The id of a job whose campaigns are shown. */
  job: z.union([z.literal(''), z.uuid()]).default(''),
  /** What the list is ordered by: `interested`, or `-interested` for the most first. */
  sort: urlText(),
  page: urlPage(),
})
export type CampaignListUrl = z.output<typeof campaignListUrl>

/** The order as the database takes it; none for one that the list doesn't have. */
export function toCampaignSort(text: string): CampaignFilter['sort'] {
  const { key, direction } = parseSort(text)
  const known = CAMPAIGN_SORTS.find((each) => each === key)
  return known && { key: known, ascending: direction === 'ascending' }
}
