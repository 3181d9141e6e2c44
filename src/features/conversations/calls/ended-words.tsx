import { NO_RESULT, OVERDUE_HOURS } from '../../../domain/call/call-outcome.ts'
import { callDetailText } from '../../../ui/text/calls.ts'

type EndedWordsProps = {
  readonly disposition: string
  /** A sentence, which mostly says who hung up; may be empty. */
  readonly reason: string
  readonly endedBy: string | null
}

/** How a call ended: its reason, or else who hung up; what is still said of one that got no result is old. */
export function EndedWords({ disposition, reason, endedBy }: EndedWordsProps) {
  if (disposition === NO_RESULT) return <span>{callDetailText.overdueTitle(OVERDUE_HOURS)}</span>
  return <span>{reason || (callDetailText.endedBy[endedBy ?? ''] ?? '')}</span>
}
