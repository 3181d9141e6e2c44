/** The funnel of a campaign from how many recipients stand in each status. */
import type { CampaignProgress } from '../../data/frontend/dashboard.ts'
import { FUNNEL } from '../../domain/status/funnel.ts'
import { paths } from '../../lib/paths.ts'
import type { FunnelStep } from '../../ui/figures/funnel-bars.tsx'
import { dashboardText } from '../../ui/text/dashboard.ts'

/** Each step counts those who got further too, and opens exactly the people it counts. */
export function toCampaignFunnel(
  campaign: Pick<CampaignProgress, 'id' | 'statuses'>,
): readonly FunnelStep[] {
  const { id, statuses } = campaign
  const answered = Object.keys(statuses).filter((status) => status !== 'not-contacted')
  const step = (
    key: keyof typeof dashboardText.steps,
    tone: FunnelStep['tone'],
    of: readonly string[],
  ): FunnelStep => {
    const value = of.reduce((sum, status) => sum + (statuses[status] ?? 0), 0)
    // Without a status the list would show everybody, so a step of nobody opens nothing.
    const href = value === 0 ? undefined : paths.campaign(id, { status: of })
    return { key, label: dashboardText.steps[key], value, tone, href }
  }
  return [
    step('answered', 'blue', answered),
    step('interested', 'amber', FUNNEL.interested),
    step('interview', 'violet', FUNNEL.interview),
    step('hired', 'teal', FUNNEL.hired),
  ]
}
