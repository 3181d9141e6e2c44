import { useQuery } from '@tanstack/react-query'
import { INBOX_CHANNELS } from '../../../data/frontend/inbox.ts'
import {
  campaignFilterQuery,
  colleaguesQuery,
  jobChoicesQuery,
} from '../../../data/frontend/shared-queries.ts'
import { FilterBar, type UrlProps } from '../../../ui/filter/filter-bar.tsx'
import { inboxText } from '../../../ui/text/inbox.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import type { InboxUrl } from './inbox-url.ts'

const WITH = [
  { value: 'me', label: inboxText.withMe },
  { value: 'colleague', label: inboxText.withColleague },
  { value: 'nobody', label: inboxText.withNobody },
]
const CHANNELS = INBOX_CHANNELS.map((value) => ({ value, label: inboxText.channels[value] }))

/** Search, who has it, campaign, job and channel. */
export function InboxFilters({ url, onChange }: UrlProps<InboxUrl>) {
  const { officeId, userId } = useViewer()
  const colleagues = useQuery({ ...colleaguesQuery(), throwOnError: false }).data ?? []
  const campaigns = useQuery(campaignFilterQuery(officeId)).data ?? []
  const jobs = useQuery({ ...jobChoicesQuery('', officeId), throwOnError: false }).data?.items ?? []
  return (
    <FilterBar
      url={url}
      onChange={onChange}
      search={inboxText.search}
      filters={[
        {
          key: 'assignee',
          label: inboxText.assignee,
          options: [
            ...WITH,
            ...colleagues
              .filter(({ id, active }) => active && id !== userId)
              .map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        {
          key: 'campaign',
          label: inboxText.campaign,
          options: campaigns,
        },
        {
          key: 'job',
          label: inboxText.job,
          options: jobs.map(({ id, title }) => ({ value: id, label: title })),
        },
        { key: 'channel', label: inboxText.channel, options: CHANNELS },
      ]}
    />
  )
}
