import { useQuery } from '@tanstack/react-query'
import { campaignNumberText } from '../../../ui/text/campaigns.ts'
import { formatMoney } from '../../../ui/text/locale.ts'
import { campaignCostsQuery } from '../queries.ts'
import classes from './overview.module.css'

/** What the campaign cost about, in all and by interested candidate; nothing without prices, and before there was anything to pay. */
export function CostLine({ campaignId }: { readonly campaignId: string }) {
  const { data: costs = null } = useQuery(campaignCostsQuery(campaignId))
  if (costs === null) return null
  const { total, currency, interested, conversations, callMinutes } = costs
  if (conversations === 0 && callMinutes === 0) return null
  return (
    <p className={classes['note']} title={campaignNumberText.costOf(conversations, callMinutes)}>
      {campaignNumberText.cost(formatMoney(total, currency))}
      {interested > 0 && campaignNumberText.costEach(formatMoney(total / interested, currency))}
    </p>
  )
}
