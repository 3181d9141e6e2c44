import { useQuery } from '@tanstack/react-query'
import { campaignFilterQuery } from '../../../data/frontend/shared-queries.ts'
import { DayFields } from '../../../ui/filter/day-fields.tsx'
import { FilterBar, type UrlProps } from '../../../ui/filter/filter-bar.tsx'
import { callLogText } from '../../../ui/text/calls.ts'
import { callText } from '../../../ui/text/conversations.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { useNow } from '../../../ui/words/use-now.ts'
import { CALL_OUTCOMES, type CallsUrl, DATES, DURATIONS, firstDayOf, toDay } from './calls-url.ts'

const OUTCOMES = CALL_OUTCOMES.map((value) => ({ value, label: callText.outcomes[value] ?? value }))
const LENGTHS = DURATIONS.map((value) => ({ value, label: callLogText.durations[value] }))
const SPANS = DATES.map((value) => ({ value, label: callLogText.dates[value] }))

/** Search, outcome, duration, date and campaign. */
export function CallFilters({ url, onChange }: UrlProps<CallsUrl>) {
  const { officeId } = useViewer()
  const campaigns = useQuery(campaignFilterQuery(officeId)).data ?? []
  const now = new Date(useNow())
  return (
    <FilterBar
      url={url}
      onChange={onChange}
      search={callLogText.search}
      filters={[
        { key: 'outcome', label: callLogText.outcome, options: OUTCOMES },
        { key: 'duration', label: callLogText.duration, options: LENGTHS },
        {
          key: 'date',
          label: callLogText.when,
          options: SPANS,
          selected: DATES.find(
            (date) => url.from === firstDayOf(date, now) && ['', toDay(now)].includes(url.to),
          ),
          toPatch: (chosen) => {
            const date = DATES.find((known) => known === chosen)
            return { from: date === undefined ? '' : firstDayOf(date, now), to: '' }
          },
        },
        {
          key: 'campaign',
          label: callLogText.campaign,
          options: campaigns,
        },
      ]}
    >
      <DayFields
        from={url.from}
        to={url.to}
        onChange={(patch) => {
          onChange(patch, { replace: true })
        }}
      />
    </FilterBar>
  )
}
