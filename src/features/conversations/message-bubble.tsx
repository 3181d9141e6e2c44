import { IconAlertTriangle, IconCheck, IconChecks, IconClock } from '@tabler/icons-react'
import { conversationText } from '../../ui/text/conversations.ts'
import { formatClock, formatExactMoment } from '../../ui/text/locale.ts'
import { JsonBlock } from '../../ui/words/json-block.tsx'
import { TextBlock } from '../../ui/words/text-block.tsx'
import classes from './conversations.module.css'
import { MediaView } from './media-view.tsx'
import { ObjectiveMarks } from './objective-marks.tsx'
import { anchorOfItem, type TimelineMessage } from './timeline.ts'

const TICKS = {
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  failed: IconAlertTriangle,
} as const

function MessageTime({ message }: { readonly message: TimelineMessage }) {
  if (message.sentAt === null) return <span>{conversationText.noTime}</span>
  const moment = new Date(message.sentAt)
  return (
    <time dateTime={message.sentAt} title={formatExactMoment(moment)}>
      {message.timeCertainty === 'about'
        ? conversationText.about(formatClock(moment))
        : formatClock(moment)}
    </time>
  )
}

/** One message: theirs at the left, the agent's at the right, tool steps in the middle. */
export function MessageBubble({ message }: { readonly message: TimelineMessage }) {
  const { direction, deliveryStatus, failureReason } = message
  const Tick = deliveryStatus === null ? null : TICKS[deliveryStatus]
  const side = direction === 'inbound' ? '' : (classes[direction] ?? '')
  const anchor = anchorOfItem({ kind: 'message', message })
  return (
    <li id={anchor} tabIndex={-1} className={`${classes['item']} ${side}`}>
      <div className={classes['bubble']}>
        {message.kind === 'unreadable' ? (
          <details>
            <summary>{conversationText.unreadable}</summary>
            <JsonBlock label={conversationText.raw} value={message.raw} />
          </details>
        ) : message.kind === 'media' ? (
          <MediaView text={message.text} />
        ) : (
          <TextBlock text={message.text} />
        )}
      </div>
      <div className={classes['foot']}>
        <MessageTime message={message} />
        {Tick !== null && deliveryStatus !== null && (
          <span title={conversationText.ticks[deliveryStatus]}>
            <Tick size={14} aria-label={conversationText.ticks[deliveryStatus]} />
          </span>
        )}
        {failureReason !== null && <span className={classes['alert']}>{failureReason}</span>}
        {message.intent !== null && (
          <span className={classes['alert']}>
            <IconClock size={12} aria-hidden /> {conversationText[message.intent]}
          </span>
        )}
        <ObjectiveMarks marks={message.marks} anchor={anchor} />
      </div>
    </li>
  )
}
