import { Group } from '@mantine/core'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { DELIVERY_STATES, type DeliveryState } from '../../../domain/campaign/delivery.ts'
import { type Filter, FilterChips } from '../../../ui/filter/filter-chips.tsx'
import { SearchField } from '../../../ui/filter/search-field.tsx'
import { recipientText } from '../../../ui/text/campaign-page.ts'
import { deliveryText } from '../../../ui/text/campaigns.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { exclusionWords } from '../delivery-reason.ts'
import type { CampaignUrl } from '../recipients-filter.ts'

const DELIVERIES = DELIVERY_STATES.map((state) => ({ value: state, label: deliveryText[state] }))

function isDelivery(value: string): value is DeliveryState {
  return DELIVERY_STATES.some((state) => state === value)
}

type RecipientFiltersProps = {
  readonly url: CampaignUrl
  readonly onChange: (patch: Partial<CampaignUrl>, options?: { readonly replace: true }) => void
  readonly board: readonly BoardColumn[]
  readonly numbers: CampaignAccounting
}

/** Search, delivery, exclusion reason and status of the recipients, as they stand in the address. */
export function RecipientFilters({ url, onChange, board, numbers }: RecipientFiltersProps) {
  const reasons = Object.entries(numbers.exclusions)
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
      options: reasons.map(([reason, count]) => ({
        value: reason,
        label: `${exclusionWords(reason).short} (${formatNumber(count)})`,
      })),
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
          onChange({ delivery: [], reason: '', status: [] })
        }}
      />
    </Group>
  )
}
