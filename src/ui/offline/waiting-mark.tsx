import { IconAlertTriangle, IconClockUp } from '@tabler/icons-react'
import { outboxText } from '../text/offline.ts'
import { toneVariables } from '../theme/tones.ts'
import { useKeptMarks } from './kept-marks.ts'
import classes from './waiting-mark.module.css'

type WaitingMarkProps = {
  readonly subjectId: string
  /** Another row that is about the same: the line of the ledger behind a card, or the card. */
  readonly otherId?: string | null
}

/** Says on a row that a change of it waits on this device, or could not be sent; else nothing. */
export function WaitingMark({ subjectId, otherId = null }: WaitingMarkProps) {
  const marks = useKeptMarks([subjectId, otherId])
  if (marks.length === 0) return null
  const refused = marks.some((mark) => mark.refused)
  const MarkIcon = refused ? IconAlertTriangle : IconClockUp
  return (
    <span className={classes['mark']} style={toneVariables(refused ? 'red' : 'amber')}>
      <MarkIcon size={14} aria-hidden />
      {refused ? outboxText.refusedMark : outboxText.mark}
    </span>
  )
}
