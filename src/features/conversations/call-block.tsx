import { IconPhone } from '@tabler/icons-react'
import { callText, conversationText } from '../../ui/text/conversations.ts'
import { formatClock } from '../../ui/text/locale.ts'
import classes from './conversations.module.css'
import { ObjectiveMarks } from './objective-marks.tsx'
import { anchorOf, type TimelineCall } from './timeline.ts'

const SPEAKERS = {
  agent: conversationText.agent,
  candidate: conversationText.them,
  unknown: conversationText.unknownSpeaker,
} as const

/** Recordings are opened only from the web, without telling it where from. */
function safeRecording(url: string | null): string | null {
  return url !== null && url.startsWith('https://') ? url : null
}

/** A call in its place in the conversation, with its transcript folded. */
export function CallBlock({ call }: { readonly call: TimelineCall }) {
  const recording = safeRecording(call.recordingUrl)
  return (
    <li>
      <details id={anchorOf('call', call.callId ?? call.id)} className={classes['call']}>
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
          {call.reason !== '' && <span className={classes['muted']}>{call.reason}</span>}
          <ObjectiveMarks marks={call.marks} />
        </summary>
        {call.summary !== '' && <p>{call.summary}</p>}
        {recording !== null && (
          <p>
            <a href={recording} target="_blank" rel="noopener noreferrer">
              {callText.recording}
            </a>
          </p>
        )}
        {call.transcript.length === 0 ? (
          <p className={classes['muted']}>
            {call.transport === 'ended' ? callText.noTranscript : callText.pendingTranscript}
          </p>
        ) : (
          <dl className={classes['lines']} aria-label={callText.transcript}>
            {call.transcript.map((line) => (
              <div key={line.position} style={{ display: 'contents' }}>
                <dt>{SPEAKERS[line.speaker]}</dt>
                <dd>{line.text}</dd>
              </div>
            ))}
          </dl>
        )}
      </details>
    </li>
  )
}
