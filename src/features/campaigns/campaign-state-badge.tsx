import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
} from '@tabler/icons-react'
import type { CampaignState } from '../../domain/campaign/campaign-state.ts'
import { StateBadge } from '../../ui/status/state-badge.tsx'
import type { Look } from '../../ui/status/status-look.ts'
import { campaignStateMeaning, campaignStateText } from '../../ui/text/campaigns.ts'

const LOOKS: Readonly<Record<CampaignState, Omit<Look, 'label'>>> = {
  draft: { tone: 'gray', icon: IconPencil },
  scheduled: { tone: 'violet', icon: IconClock },
  running: { tone: 'green', icon: IconPlayerPlay },
  paused: { tone: 'amber', icon: IconPlayerPause },
  completed: { tone: 'teal', icon: IconCircleCheck },
  stopped: { tone: 'gray', icon: IconPlayerStop },
  failed: { tone: 'red', icon: IconAlertTriangle },
}

type CampaignStateBadgeProps = {
  readonly state: CampaignState
  /** Why it is in this state; without one, what the state means. */
  readonly reason?: string | undefined
}

/** A campaign's state in words, icon and colour; why, on hover. */
export function CampaignStateBadge({ state, reason }: CampaignStateBadgeProps) {
  const title = reason === undefined || reason === '' ? campaignStateMeaning[state] : reason
  return <StateBadge {...LOOKS[state]} label={campaignStateText[state]} title={title} />
}
