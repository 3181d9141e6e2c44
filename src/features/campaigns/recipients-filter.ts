/** The filters of a campaign's recipients as they stand in the address, and links that set them. */
import { z } from 'zod'
import { DELIVERY_STATES } from '../../domain/campaign/delivery.ts'
import type { RecipientFilter } from '../../data/frontend/recipients.ts'
import { paths } from '../../lib/paths.ts'
import { urlList, urlPage, urlText } from '../../ui/filter/url-state.ts'

export const CAMPAIGN_TABS = ['recipients', 'results', 'setup', 'activity'] as const

/** What the campaign page keeps in its address. */
export const campaignUrl = z.object({
  tab: z.enum(CAMPAIGN_TABS).default('recipients'),
  delivery: urlList(z.enum(DELIVERY_STATES)),
  /** Why somebody is excluded, held, in doubt or failed. */
  reason: urlText(),
  status: urlList(z.string()),
  /** The key of an objective that was answered … */
  objective: urlText(),
  /** … with this value; by anything at all where it is empty … */
  value: urlText(),
  /** … or not at all. */
  answer: z.enum(['', 'none']).default(''),
  search: urlText(),
  page: urlPage(),
})
export type CampaignUrl = z.output<typeof campaignUrl>

type Answer = NonNullable<RecipientFilter['objective']>['answer']

function toAnswer({ answer, value }: Pick<CampaignUrl, 'answer' | 'value'>): Answer {
  if (answer === 'none') return 'none'
  return value === '' ? 'any' : { value }
}

/** The filter as the database takes it. */
export function toRecipientFilter(url: CampaignUrl): RecipientFilter {
  return {
    search: url.search,
    deliveryStates: url.delivery,
    reason: url.reason,
    statuses: url.status,
    objective: url.objective === '' ? undefined : { key: url.objective, answer: toAnswer(url) },
    page: url.page - 1,
  }
}

/** The five numbers of a launch, and the delivery states whose recipients each counts. */
export const ACCOUNT_STATES = {
  planned: [],
  sent: ['confirmed', 'unconfirmed'],
  waiting: ['waiting', 'sending'],
  held: ['held'],
  excluded: ['excluded'],
  failed: ['failed'],
} as const
export type AccountKey = keyof typeof ACCOUNT_STATES

/** The list of the recipients that a number of the launch counts. */
export function accountHref(campaignId: string, key: AccountKey): string {
  return paths.campaign(campaignId, { delivery: ACCOUNT_STATES[key] })
}

/** The list of the recipients in these statuses. */
export function statusHref(campaignId: string, statuses: readonly string[]): string {
  return paths.campaign(campaignId, { status: statuses })
}

/** The list of the recipients who gave this answer to an objective. */
export function objectiveHref(campaignId: string, objective: string, answer: Answer): string {
  if (answer === 'none') {
    return paths.campaign(campaignId, {
      delivery: ACCOUNT_STATES.sent,
      objective,
      answer: 'none',
    })
  }
  return paths.campaign(campaignId, {
    objective,
    value: answer === 'any' ? undefined : answer.value,
  })
}
