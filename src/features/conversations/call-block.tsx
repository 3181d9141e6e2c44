import { IconPhone } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { PanelSkeleton } from '../../ui/feedback/skeletons.tsx'
import { callDetailText } from '../../ui/text/calls.ts'
import { callText } from '../../ui/text/conversations.ts'
import { formatClock } from '../../ui/text/locale.ts'
import { EndedWords } from './calls/ended-words.tsx'
import classes from './conversations.module.css'
import { ObjectiveMarks } from './objective-marks.tsx'
import { anchorOfItem, type TimelineCall } from './timeline.ts'

const CallTalk = lazy(async () => ({ default: (await import('./calls/call-talk.tsx')).CallTalk }))

type CallBlockProps = {
  readonly call: TimelineCall
  /** The candidate's name, for who speaks. */
  readonly name: string
}

/** A call in its place in the conversation, folded: recording and transcript are inside. */
export function CallBlock({ call, name }: CallBlockProps) {
  const [wasOpen, setWasOpen] = useState(false)
  const anchor = anchorOfItem({ kind: 'call', call })
  return (
    <li>
      <details
        id={anchor}
        className={classes['call']}
        onToggle={(event) => {
          if (event.currentTarget.open) setWasOpen(true)
        }}
      >
        <summary>
          <span className={classes['callName']}>
            <IconPhone size={16} aria-hidden />
            {callText.dispositions[call.disposition] ?? call.disposition}
          </span>
          {call.durationSeconds !== null && <span>{callText.duration(call.durationSeconds)}</span>}
          {call.calledAt !== null && (
            <time dateTime={call.calledAt} className={classes['muted']}>
              {formatClock(new Date(call.calledAt))}
            </time>
          )}
          <span className={classes['muted']}>
            <EndedWords {...call} />
          </span>
        </summary>
        {call.summary !== '' && <p>{call.summary}</p>}
        {wasOpen && (
          <Suspense fallback={<PanelSkeleton lines={4} />}>
            <CallTalk call={call} name={name} />
          </Suspense>
        )}
        <p className={classes['muted']}>
          <Link to={paths.call(call.id)}>{callDetailText.analysis}</Link>
        </p>
      </details>
      <div className={classes['foot']}>
        <ObjectiveMarks marks={call.marks} anchor={anchor} />
      </div>
    </li>
  )
}
