import { Group, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DISPOSITIONS } from '../../../domain/call/call-outcome.ts'
import { FilterChips } from '../../../ui/filter/filter-chips.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { callLogText } from '../../../ui/text/calls.ts'
import { callText } from '../../../ui/text/conversations.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { useNow } from '../../../ui/words/use-now.ts'
import { campaignChoicesQuery } from '../inbox/inbox-queries.ts'
import { type CallsUrl, DATES, DURATIONS, firstDayOf, toDay } from './calls-url.ts'

type CallFiltersProps = {
  readonly url: CallsUrl
  readonly onChange: (patch: Partial<CallsUrl>, options?: { readonly replace: true }) => void
}

/** Search, outcome, duration, date and campaign, as they stand in the address. */
export function CallFilters({ url, onChange }: CallFiltersProps) {
  const { officeId } = useViewer()
  const campaigns = useQuery(campaignChoicesQuery(officeId)).data?.items ?? []
  const now = new Date(useNow())
  const span = DATES.find(
    (date) => url.from === firstDayOf(date, now) && (url.to === '' || url.to === toDay(now)),
  )
  return (
    <Group gap="sm">
      <SearchField
        label={callLogText.search}
        value={url.search}
        onSearch={(search) => {
          onChange({ search }, { replace: true })
        }}
      />
      <FilterChips
        filters={[
          {
            key: 'outcome',
            label: callLogText.outcome,
            options: DISPOSITIONS.map((value) => ({
              value,
              label: callText.outcomes[value] ?? value,
            })),
            selected: url.outcome,
            onChange: (chosen) => {
              onChange({ outcome: DISPOSITIONS.filter((known) => chosen.includes(known)) })
            },
          },
          {
            key: 'duration',
            label: callLogText.duration,
            options: DURATIONS.map((value) => ({ value, label: callLogText.durations[value] })),
            selected: url.duration === '' ? [] : [url.duration],
            single: true,
            onChange: ([chosen]) => {
              onChange({ duration: DURATIONS.find((known) => known === chosen) ?? '' })
            },
          },
          {
            key: 'date',
            label: callLogText.when,
            options: DATES.map((value) => ({ value, label: callLogText.dates[value] })),
            selected: span === undefined ? [] : [span],
            single: true,
            onChange: ([chosen]) => {
              const date = DATES.find((known) => known === chosen)
              onChange({ from: date === undefined ? '' : firstDayOf(date, now), to: '' })
            },
          },
          {
            key: 'campaign',
            label: callLogText.campaign,
            options: campaigns
              .filter(({ state }) => state !== 'draft')
              .map(({ id, name }) => ({ value: id, label: name })),
            selected: url.campaign === '' ? [] : [url.campaign],
            single: true,
            onChange: ([campaign]) => {
              onChange({ campaign: campaign ?? '' })
            },
          },
        ]}
        onClear={() => {
          onChange({ outcome: [], duration: '', campaign: '', from: '', to: '' })
        }}
      />
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          size="xs"
          aria-label={callLogText[name]}
          title={callLogText[name]}
          value={url[name]}
          onChange={(event) => {
            onChange({ [name]: event.currentTarget.value }, { replace: true })
          }}
        />
      ))}
    </Group>
  )
}
