import { callDetailText } from '../../../ui/text/calls.ts'

type EndedWordsProps = {
  /** A sentence, which mostly says who hung up; may be empty. */
  readonly reason: string
  readonly endedBy: string | null
}

/** How a call ended: its reason, or else who hung up. */
export function EndedWords({ reason, endedBy }: EndedWordsProps) {
  return <span>{reason || (callDetailText.endedBy[endedBy ?? ''] ?? '')}</span>
}
