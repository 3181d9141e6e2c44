import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { INBOX_CHANNELS } from '../../../data/frontend/inbox.ts'
import { FilterChips } from '../../../ui/filter/filter-chips.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { inboxText } from '../../../ui/text/inbox.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { campaignChoicesQuery, jobFilterQuery } from './inbox-queries.ts'
import type { InboxUrl } from './inbox-url.ts'

type InboxFiltersProps = {
  readonly url: InboxUrl
  readonly onChange: (patch: Partial<InboxUrl>, options?: { readonly replace: true }) => void
}

/** Search, campaign, job and channel, as they stand in the address. */
export function InboxFilters({ url, onChange }: InboxFiltersProps) {
  const { officeId } = useViewer()
  const campaigns = useQuery(campaignChoicesQuery(officeId)).data?.items ?? []
  const jobs = useQuery(jobFilterQuery(officeId)).data?.items ?? []
  return (
    <Group gap="sm">
      <SearchField
        label={inboxText.search}
        value={url.search}
        onSearch={(search) => {
          onChange({ search }, { replace: true })
        }}
      />
      <FilterChips
        filters={[
          {
            key: 'campaign',
            label: inboxText.campaign,
            options: campaigns
              .filter(({ state }) => state !== 'draft')
              .map(({ id, name }) => ({ value: id, label: name })),
            selected: url.campaign === '' ? [] : [url.campaign],
            single: true,
            onChange: ([campaign]) => {
              onChange({ campaign: campaign ?? '' })
            },
          },
          {
            key: 'job',
            label: inboxText.job,
            options: jobs.map(({ id, title }) => ({ value: id, label: title })),
            selected: url.job === '' ? [] : [url.job],
            single: true,
            onChange: ([job]) => {
              onChange({ job: job ?? '' })
            },
          },
          {
            key: 'channel',
            label: inboxText.channel,
            options: INBOX_CHANNELS.map((value) => ({ value, label: inboxText.channels[value] })),
            selected: url.channel === '' ? [] : [url.channel],
            single: true,
            onChange: ([channel]) => {
              onChange({ channel: INBOX_CHANNELS.find((known) => known === channel) ?? '' })
            },
          },
        ]}
        onClear={() => {
          onChange({ campaign: '', job: '', channel: '' })
        }}
      />
    </Group>
  )
}
