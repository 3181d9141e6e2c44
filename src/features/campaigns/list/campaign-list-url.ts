import { z } from 'zod'
import { CAMPAIGN_STATES } from '../../../domain/campaign/campaign-state.ts'
import { urlPage, urlText } from '../../../ui/filter/url-state.ts'

/** What the list of campaigns keeps in its address. */
export const campaignListUrl = z.object({
  search: urlText(),
  state: z.enum(['', ...CAMPAIGN_STATES]).default(''),
  /** The id of a job whose campaigns are shown. */
  job: z.union([z.literal(''), z.uuid()]).default(''),
  page: urlPage(),
})
export type CampaignListUrl = z.output<typeof campaignListUrl>
