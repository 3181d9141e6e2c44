import { useSuspenseQuery } from '@tanstack/react-query'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import type { CampaignSummary } from '../../../data/frontend/campaign-summaries.ts'
import { columnsQuery } from '../../../data/frontend/shared-queries.ts'
import { FunnelBars } from '../../../ui/figures/funnel-bars.tsx'
import { NumberStat } from '../../../ui/figures/number-stat.tsx'
import { campaignNumberText } from '../../../ui/text/campaigns.ts'
import { accountHref, type AccountKey } from '../recipients-filter.ts'
import { AccountReasons } from './account-reasons.tsx'
import { CostLine } from './cost-line.tsx'
import { toFunnelSteps } from './funnel-steps.ts'
import classes from './overview.module.css'

const PARTS: readonly AccountKey[] = ['sent', 'waiting', 'held', 'excluded', 'failed']

type CampaignFiguresProps = {
  readonly summary: CampaignSummary
  readonly numbers: CampaignAccounting
}

/** Where everybody is, in numbers that add up, and how far people got. Each opens its people. */
export function CampaignFigures({ summary, numbers }: CampaignFiguresProps) {
  const { data: columns } = useSuspenseQuery(columnsQuery(summary.jobId))
  const planned = accountHref(summary.id, 'planned')
  return (
    <div className={classes['figures']}>
      <section aria-label={campaignNumberText.accounting} className={classes['block']}>
        <div className={classes['stats']}>
          <NumberStat label={campaignNumberText.planned} value={numbers.planned} href={planned} />
          {PARTS.map((key) => (
            <NumberStat
              key={key}
              label={campaignNumberText[key]}
              value={numbers[key]}
              href={numbers[key] === 0 ? undefined : accountHref(summary.id, key)}
            />
          ))}
        </div>
        <p className={classes['note']}>{campaignNumberText.accountingNote}</p>
        <AccountReasons campaignId={summary.id} numbers={numbers} />
      </section>
      <section aria-label={campaignNumberText.funnel} className={classes['block']}>
        <FunnelBars
          label={campaignNumberText.funnel}
          steps={toFunnelSteps(summary, columns)}
          total={numbers.sent}
        />
        <p className={classes['note']}>{campaignNumberText.funnelNote}</p>
        <CostLine campaignId={summary.id} />
      </section>
    </div>
  )
}
