import { IconCircleCheck, IconCircleDot, IconPlayerPause } from '@tabler/icons-react'
import type { JobState } from '../../data/frontend/jobs.ts'
import { StateBadge } from '../../ui/status/state-badge.tsx'
import type { Look } from '../../ui/status/status-look.ts'
import { jobStateText } from '../../ui/text/jobs.ts'

const LOOKS: Readonly<Record<JobState, Omit<Look, 'label'>>> = {
  open: { tone: 'green', icon: IconCircleDot },
  'on-hold': { tone: 'amber', icon: IconPlayerPause },
  closed: { tone: 'gray', icon: IconCircleCheck },
}

/** A job's state in words, icon and colour. */
export function JobStateBadge({ state }: { readonly state: JobState }) {
  return <StateBadge {...LOOKS[state]} label={jobStateText[state]} />
}
