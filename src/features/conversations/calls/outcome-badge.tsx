import {
  IconClock,
  IconClockQuestion,
  IconMessageCircle,
  IconMicrophoneOff,
  IconPhoneCheck,
  IconPhoneEnd,
  IconPhoneOff,
  IconPhoneX,
  IconUserQuestion,
} from '@tabler/icons-react'
import { StateBadge } from '../../../ui/status/state-badge.tsx'
import type { Icon } from '../../../ui/status/status-look.ts'
import { callText } from '../../../ui/text/conversations.ts'
import type { Tone } from '../../../ui/theme/tones.ts'

const LOOKS: Readonly<Record<string, { readonly tone: Tone; readonly icon: Icon }>> = {
  conversation: { tone: 'green', icon: IconPhoneCheck },
  voicemail: { tone: 'gray', icon: IconMicrophoneOff },
  'no-answer': { tone: 'gray', icon: IconPhoneOff },
  busy: { tone: 'gray', icon: IconPhoneX },
  declined: { tone: 'amber', icon: IconPhoneX },
  failed: { tone: 'red', icon: IconPhoneX },
  'wrong-number': { tone: 'amber', icon: IconUserQuestion },
  pending: { tone: 'blue', icon: IconClock },
  'no-result': { tone: 'amber', icon: IconClockQuestion },
  'hung-up': { tone: 'amber', icon: IconPhoneEnd },
}

/** What came of a call; the provider's own word where it is none we know. */
export function OutcomeBadge({
  disposition,
  title,
}: {
  readonly disposition: string
  readonly title?: string
}) {
  const { tone, icon } = LOOKS[disposition] ?? { tone: 'gray' as const, icon: IconMessageCircle }
  return (
    <StateBadge
      tone={tone}
      icon={icon}
      label={callText.outcomes[disposition] ?? disposition}
      title={title}
    />
  )
}
