import { IconAlertTriangle, IconClockUp } from '@tabler/icons-react'
import { outboxText } from '../text/offline.ts'
import { toneVariables } from '../theme/tones.ts'
import { useKeptMarks } from './kept-marks.ts'
import classes from './waiting-mark.module.css'

/** Says on a row that a change of it waits on this device, or could not be sent; else nothing. */
export function WaitingMark({ subjectId }: { readonly subjectId: string }) {
  const marks = useKeptMarks(subjectId)
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
