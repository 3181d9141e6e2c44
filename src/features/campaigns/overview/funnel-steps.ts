/** A campaign's funnel: how many people got how far. */
import type { CampaignSummary } from '../../../data/frontend/campaign-summaries.ts'
import type { BoardColumn } from '../../../data/frontend/jobs.ts'
import { FUNNEL } from '../../../domain/status/funnel.ts'
import type { FunnelStep } from '../../../ui/figures/funnel-bars.tsx'
import { campaignNumberText } from '../../../ui/text/campaigns.ts'
import { statusHref } from '../recipients-filter.ts'

type Counts = Pick<
  CampaignSummary,
  'id' | 'contacted' | 'interested' | 'interview' | 'hired' | 'rejected' | 'otherStatuses'
>

/**
 * Each step counts those who got further too, so that no step is smaller than the next; each opens
 * exactly the people it counts. Who refused, or stands in a column of the job's own, has answered:
 * the status `contacted` comes of their words, never of ours (docs/decisions/0013).
 */
export function toFunnelSteps(
  summary: Counts,
  columns: readonly BoardColumn[],
): readonly FunnelStep[] {
  const interview = summary.interview + summary.hired
  const interested = summary.interested + interview
  const answered = summary.contacted + interested + summary.rejected + summary.otherStatuses
  const everAnswered = columns.map(({ key }) => key).filter((key) => key !== 'not-contacted')
  const step = (
    key: 'answered' | 'interested' | 'interview' | 'hired',
    value: number,
    tone: FunnelStep['tone'],
    statuses: readonly string[],
  ): FunnelStep => ({
    key,
    label: campaignNumberText[key],
    value,
    tone,
    href: statusHref(summary.id, statuses),
  })
  return [
    step('answered', answered, 'blue', everAnswered),
    step('interested', interested, 'amber', FUNNEL.interested),
    step('interview', interview, 'violet', FUNNEL.interview),
    step('hired', summary.hired, 'teal', FUNNEL.hired),
  ]
}
