import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'

const WITH_AGENTS = ['sending', 'unconfirmed', 'confirmed'] as const

/**
 * How many of a campaign's conversations go on, as far as the sync has seen: all that the agents
 * may have, less those that ended or are gone.
 */
export async function countActiveConversations(
  client: FrontendClient,
  campaignId: string,
): Promise<number> {
  const [started, ended] = await Promise.all([
    client
      .from('campaign_candidates')
      .select('id', { count: 'exact', head: true })
      .eq('campaign_id', campaignId)
      .in('delivery_state', WITH_AGENTS),
    client
      .from('session_evidence')
      .select('session_id, campaign_candidates!inner(campaign_id)', { count: 'exact', head: true })
      .eq('campaign_candidates.campaign_id', campaignId)
      .in('campaign_candidates.delivery_state', WITH_AGENTS)
      .or('session_status.eq.completed,gone.is.true'),
  ])
  unwrap(started)
  unwrap(ended)
  return Math.max(0, (started.count ?? 0) - (ended.count ?? 0))
}
