import { useQuery } from '@tanstack/react-query'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { DELIVERY_STATES } from '../../../domain/campaign/delivery.ts'
import { FilterBar, type ListFilter, type UrlProps } from '../../../ui/filter/filter-bar.tsx'
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

const reasonOption =
  (words: typeof exclusionWords) =>
  ([reason, count]: readonly [string, number]) => ({
    value: reason,
    label: `${words(reason).short} (${formatNumber(count)})`,
  })

type RecipientFiltersProps = UrlProps<CampaignUrl> & {
  readonly board: readonly BoardColumn[]
  readonly numbers: CampaignAccounting
  readonly campaignId: string
}

/** The filter by an answer: its address names objective and value, its chip shows them in words. */
function useAnswerFilter({
  url,
  campaignId,
}: Pick<RecipientFiltersProps, 'url' | 'campaignId'>): ListFilter<CampaignUrl> {
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
    optional: true,
    selected: url.objective === '' ? undefined : toAnswerText(url),
    toPatch: (text) => (text === undefined ? NO_ANSWER : fromAnswerText(text)),
  }
}

/** Search, delivery, reason, status and answer of the recipients. */
export function RecipientFilters(props: RecipientFiltersProps) {
  const { url, onChange, board, numbers } = props
  const answer = useAnswerFilter(props)
  const reasons = [
    ...Object.entries(numbers.exclusions).map(reasonOption(exclusionWords)),
    ...[numbers.holds, numbers.doubts, numbers.failures].flatMap((codes) =>
      Object.entries(codes).map(reasonOption(deliveryCodeWords)),
    ),
  ]
  return (
    <FilterBar
      url={url}
      onChange={onChange}
      search={recipientText.search}
      filters={[
        { key: 'delivery', label: recipientText.delivery, options: DELIVERIES },
        { key: 'reason', label: recipientText.reason, options: reasons, optional: true },
        {
          key: 'status',
          label: recipientText.status,
          options: board.map(({ key, name }) => ({ value: key, label: name })),
          optional: true,
        },
        answer,
      ]}
    />
  )
}
