import {
  IconBriefcase,
  IconCalendarEvent,
  IconCircleCheck,
  IconCircleDashed,
  IconColumns,
  IconMessage,
  IconStar,
  IconX,
} from '@tabler/icons-react'
import { statusText } from '../text/statuses.ts'
import type { Tone } from '../theme/tones.ts'

/** An icon as @tabler/icons-react makes them. */
export type Icon = typeof IconX

export type Look = { readonly tone: Tone; readonly icon: Icon; readonly label: string }

/** A column of a job's own, as its board names and colours it. */
export type CustomStatus = { readonly label: string; readonly tone?: Tone | undefined }

const LOOKS: Readonly<Record<string, Look>> = {
  'not-contacted': { tone: 'gray', icon: IconCircleDashed, label: statusText['not-contacted'] },
  contacted: { tone: 'blue', icon: IconMessage, label: statusText.contacted },
  interested: { tone: 'amber', icon: IconStar, label: statusText.interested },
  interview: { tone: 'violet', icon: IconCalendarEvent, label: statusText.interview },
  hired: { tone: 'teal', icon: IconCircleCheck, label: statusText.hired },
  'started-work': { tone: 'green', icon: IconBriefcase, label: statusText['started-work'] },
  rejected: { tone: 'red', icon: IconX, label: statusText.rejected },
}

/**
 * How a status looks, the same everywhere. On its board a column has the name and colour given
 * there; a key that no board is born with is a job's own column, and shows its key elsewhere.
 */
export function toStatusLook(status: string, custom?: CustomStatus): Look {
  const known = LOOKS[status]
  if (known !== undefined) {
    return custom === undefined
      ? known
      : { ...known, label: custom.label, tone: custom.tone ?? known.tone }
  }
  return { tone: custom?.tone ?? 'gray', icon: IconColumns, label: custom?.label ?? status }
}
