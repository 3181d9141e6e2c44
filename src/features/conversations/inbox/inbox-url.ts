import { z } from 'zod'
import { INBOX_CHANNELS, INBOX_VIEWS, type InboxFilter } from '../../../data/frontend/inbox.ts'
import { urlText } from '../../../ui/filter/url-state.ts'

/** What the inbox keeps in its address. */
export const inboxUrl = z.object({
  view: z.enum(INBOX_VIEWS).default('all'),
  search: urlText(),
  assignee: z.union([z.literal(['', 'me', 'nobody', 'colleague']), z.uuid()]).default(''),
  channel: z.enum(['', ...INBOX_CHANNELS]).default(''),
  campaign: z.union([z.literal(''), z.uuid()]).default(''),
  job: z.union([z.literal(''), z.uuid()]).default(''),
})
export type InboxUrl = z.output<typeof inboxUrl>

/** What the address asks for, as the list is asked. */
export function toInboxFilter(url: InboxUrl, officeId: string | undefined): InboxFilter {
  const { view, search, channel, assignee, campaign, job } = url
  return {
    view,
    search,
    assignee,
    campaignId: campaign,
    jobId: job,
    channel: channel === '' ? undefined : channel,
    officeId,
  }
}
