import { Link } from 'react-router'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { DeliveryState } from '../../../domain/campaign/delivery.ts'
import { paths } from '../../../lib/paths.ts'
import { campaignNumberText, deliveryText } from '../../../ui/text/campaigns.ts'
import { formatNumber } from '../../../ui/text/locale.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { deliveryCodeWords, exclusionWords } from '../delivery-reason.ts'
import classes from './overview.module.css'

type Part = {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly count: number
  readonly delivery: readonly DeliveryState[]
  readonly reason?: string
}

function partsOf(
  codes: Readonly<Record<string, number>>,
  words: typeof exclusionWords,
  delivery: DeliveryState,
): readonly Part[] {
  return Object.entries(codes)
    .toSorted(([, one], [, other]) => other - one)
    .map(([reason, count]) => {
      const { short, full } = words(reason)
      return {
        key: reason,
        label: short,
        hint: full,
        count,
        delivery: [delivery],
        reason,
      }
    })
}

/** Sent, split by what is known of it. */
function sentParts(numbers: CampaignAccounting): readonly Part[] {
  const { takenAsSent } = numbers
  const states = (['confirmed', 'unconfirmed'] as const).map((state) => ({
    key: state,
    label: campaignNumberText.sentParts[state],
    hint: '',
    count: numbers[state],
    delivery: [state],
  }))
  return [
    ...(numbers.unconfirmed === 0 ? [] : states),
    ...(takenAsSent === 0
      ? []
      : partsOf({ taken_as_sent: takenAsSent }, deliveryCodeWords, 'confirmed')),
  ]
}

type AccountReasonsProps = {
  readonly campaignId: string
  readonly numbers: CampaignAccounting
}

/** What the numbers of a campaign are made of, reason by reason; each opens its people. */
export function AccountReasons({ campaignId, numbers }: AccountReasonsProps) {
  const groups = [
    [campaignNumberText.sent, sentParts(numbers)],
    [deliveryText.held, partsOf(numbers.holds, deliveryCodeWords, 'held')],
    [deliveryText.excluded, partsOf(numbers.exclusions, exclusionWords, 'excluded')],
    [deliveryText.failed, partsOf(numbers.failures, deliveryCodeWords, 'failed')],
  ] as const
  const shown = groups.filter(([, parts]) => parts.length > 0)
  if (shown.length === 0) return null
  return (
    <dl className={classes['reasons']} aria-label={campaignNumberText.reasons}>
      {shown.map(([label, parts]) => (
        <div key={label}>
          <dt>{label}</dt>
          {parts.map(({ key, label: name, hint, count, delivery, reason }) => (
            <dd key={key} title={hint}>
              {count === 0 ? (
                '0'
              ) : (
                <Link to={paths.campaign(campaignId, { delivery, reason })}>
                  {formatNumber(count)}
                </Link>
              )}{' '}
              {name}
              {key === 'quiet_hours' && numbers.heldUntil !== null && (
                <>
                  {` · ${campaignNumberText.firstOpens} `}
                  <RelativeTime at={numbers.heldUntil} />
                </>
              )}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
