/** What a campaign can be in; a wizard's draft is a campaign too. */
export const CAMPAIGN_STATES = [
  'draft',
  'scheduled',
  'running',
  'paused',
  'completed',
  'stopped',
  'failed',
] as const

export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/**
 * Where each state may go. Stopping tells the agents to end every conversation, so a stopped
 * campaign never runs again: it is duplicated under a new uid. A completed one has nothing
 * left to send, but its conversations go on (stop) and what failed may be tried again (run). A
 * scheduled or paused one of which nothing was ever sent can be a draft again.
 */
export const CAMPAIGN_TRANSITIONS: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  draft: ['scheduled', 'running'],
  scheduled: ['draft', 'running', 'stopped', 'failed'],
  running: ['paused', 'completed', 'stopped', 'failed'],
  paused: ['draft', 'running', 'completed', 'stopped', 'failed'],
  completed: ['running', 'stopped'],
  stopped: [],
  failed: ['running', 'stopped'],
}

/** True where a campaign may go from one state to another. */
export function canTransition(from: CampaignState, to: CampaignState): boolean {
  return CAMPAIGN_TRANSITIONS[from].includes(to)
}
