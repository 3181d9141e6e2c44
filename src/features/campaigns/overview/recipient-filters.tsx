import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { DELIVERY_STATES, type DeliveryState } from '../../../domain/campaign/delivery.ts'
import { type Filter, FilterChips } from '../../../ui/filter/filter-chips.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { recipientText } from '../../../ui/text/campaign-page.ts'
import { deliveryText } from '../../../ui/text/campaigns.ts'
import { resultsText } from '../../../ui/text/campaign-results.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { deliveryCodeWords, exclusionWords } from '../delivery-reason.ts'
import { campaignResultsQuery } from '../queries.ts'
import type { CampaignUrl } from '../recipients-filter.ts'
import { valueWords } from './results/value-words.ts'

const DELIVERIES = DELIVERY_STATES.map((state) => ({ value: state, label: deliveryText[state] }))

const NO_ANSWER = { objective: '', value: '', answer: '' } as const
type AnswerUrl = Pick<CampaignUrl, keyof typeof NO_ANSWER>

/** An answer as one text, for a list of choices. */
function toAnswerText({ objective, value, answer }: AnswerUrl): string {
  return JSON.stringify([objective, value, answer])
}

function fromAnswerText(text: string): AnswerUrl {
  const [objective = '', value = '', answer = ''] = JSON.parse(text) as readonly string[]
  return { objective, value, answer: answer === 'none' ? 'none' : '' }
}

function isDelivery(value: string): value is DeliveryState {
  return DELIVERY_STATES.some((state) => state === value)
}

const reasonOption =
  (words: typeof exclusionWords) =>
  ([reason, count]: readonly [string, number]) => ({
    value: reason,
    label: `${words(reason).short} (${formatNumber(count)})`,
  })

type RecipientFiltersProps = {
  readonly url: CampaignUrl
  readonly onChange: (patch: Partial<CampaignUrl>, options?: { readonly replace: true }) => void
  readonly board: readonly BoardColumn[]
  readonly numbers: CampaignAccounting
  readonly campaignId: string
}

/** The filter by an answer: its address names objective and value, its chip shows them in words. */
function useAnswerFilter({ url, onChange, campaignId }: RecipientFiltersProps): Filter {
  const objectives = useQuery(campaignResultsQuery(campaignId)).data?.objectives ?? []
  const options = objectives.flatMap(({ key, name, values }) =>
    [
      {
        value: toAnswerText({ objective: key, value: '', answer: '' }),
        words: resultsText.anyAnswer,
      },
      ...values.map(({ value }) => ({
        value: toAnswerText({ objective: key, value, answer: '' }),
        words: valueWords(value),
      })),
      {
        value: toAnswerText({ objective: key, value: '', answer: 'none' }),
        words: resultsText.noAnswer,
      },
    ].map((option) => ({
      value: option.value,
      label: resultsText.filterValue(name ?? key, option.words),
    })),
  )
  return {
    key: 'answer',
    label: resultsText.filter,
    options,
    selected: url.objective === '' ? [] : [toAnswerText(url)],
    single: true,
    onChange: ([text]) => {
      onChange(text === undefined ? NO_ANSWER : fromAnswerText(text))
    },
  }
}

/** Search, delivery, reason and status of the recipients, as they stand in the address. */
export function RecipientFilters(props: RecipientFiltersProps) {
  const { url, onChange, board, numbers } = props
  const answer = useAnswerFilter(props)
  const reasons = [
    ...Object.entries(numbers.exclusions).map(reasonOption(exclusionWords)),
    ...[numbers.holds, numbers.doubts, numbers.failures].flatMap((codes) =>
      Object.entries(codes).map(reasonOption(deliveryCodeWords)),
    ),
  ]
  const filters: readonly Filter[] = [
    {
      key: 'delivery',
      label: recipientText.delivery,
      options: DELIVERIES,
      selected: url.delivery,
      onChange: (delivery) => {
        onChange({ delivery: delivery.filter(isDelivery) })
      },
    },
    {
      key: 'reason',
      label: recipientText.reason,
      options: reasons,
      selected: url.reason === '' ? [] : [url.reason],
      single: true,
      onChange: ([reason]) => {
        onChange({ reason: reason ?? '' })
      },
    },
    {
      key: 'status',
      label: recipientText.status,
      options: board.map(({ key, name }) => ({ value: key, label: name })),
      selected: url.status,
      onChange: (status) => {
        onChange({ status: [...status] })
      },
    },
    answer,
  ]
  return (
    <Group gap="sm">
      <SearchField
        label={recipientText.search}
        value={url.search}
        onSearch={(search) => {
          onChange({ search }, { replace: true })
        }}
      />
      <FilterChips
        filters={filters.filter(
          ({ options, selected }) => options.length > 0 || selected.length > 0,
        )}
        onClear={() => {
          onChange({ delivery: [], reason: '', status: [], ...NO_ANSWER })
        }}
      />
    </Group>
  )
}
