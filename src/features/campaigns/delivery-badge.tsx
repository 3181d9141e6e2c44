import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconHandStop,
  IconHelp,
  IconSend,
  IconUserOff,
} from '@tabler/icons-react'
import type { DeliveryState } from '../../domain/campaign/delivery.ts'
import { StateBadge } from '../../ui/status/state-badge.tsx'
import type { Look } from '../../ui/status/status-look.ts'
import { deliveryText, handedOverText } from '../../ui/text/campaigns.ts'

const LOOKS: Readonly<Record<DeliveryState, Omit<Look, 'label'>>> = {
  waiting: { tone: 'gray', icon: IconClock },
  held: { tone: 'amber', icon: IconHandStop },
  sending: { tone: 'blue', icon: IconSend },
  unconfirmed: { tone: 'amber', icon: IconHelp },
  confirmed: { tone: 'green', icon: IconCheck },
  failed: { tone: 'red', icon: IconAlertTriangle },
  excluded: { tone: 'gray', icon: IconUserOff },
}

/** Unconfirmed, but the agents said that they have it: nothing to worry about. */
const HANDED_OVER: Look = { tone: 'blue', icon: IconSend, label: handedOverText }

type DeliveryBadgeProps = {
  readonly state: DeliveryState
  /** The stable code behind the state. */
  readonly code?: string | null | undefined
  /** The reason, where it is short. */
  readonly detail?: string | undefined
  readonly title?: string | undefined
}

/** How far a recipient's task has got, in words, icon and colour. */
export function DeliveryBadge({ state, code, detail, title }: DeliveryBadgeProps) {
  if (state === 'unconfirmed' && code === 'acknowledged') {
    return <StateBadge {...HANDED_OVER} title={title} />
  }
  const label = detail === undefined ? deliveryText[state] : `${deliveryText[state]}: ${detail}`
  return <StateBadge {...LOOKS[state]} label={label} title={title} />
}
