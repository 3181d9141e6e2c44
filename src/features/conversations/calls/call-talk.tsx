import { useEffect, useRef, useState } from 'react'
import type { Call } from '../../../data/frontend/conversation.ts'
import { NO_RESULT } from '../../../domain/call/call-outcome.ts'
import { lineAt, lineTimes } from '../../../domain/call/line-times.ts'
import { callDetailText } from '../../../ui/text/calls.ts'
import { callText } from '../../../ui/text/conversations.ts'
import { usePlayRecording } from './call-queries.ts'
import classes from './calls.module.css'
import { RecordingPlayer } from './recording-player.tsx'

type LineProps = {
  readonly line: Call['transcript'][number]
  readonly speaker: string
  readonly startMs: number | null
  readonly heard: boolean
  readonly onSeek: (() => void) | null
}

/** One line; the time before it plays from there. The line that is heard keeps itself in view. */
function Line({ line, speaker, startMs, heard, onSeek }: LineProps) {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (heard) element.current?.scrollIntoView({ block: 'nearest' })
  }, [heard])
  const clock = startMs === null ? null : callText.duration(Math.floor(startMs / 1000))
  return (
    <li
      ref={element}
      className={classes['line']}
      data-heard={heard || undefined}
      data-speaker={line.speaker}
    >
      {clock !== null &&
        (onSeek === null ? (
          <span className={classes['clock']}>{clock}</span>
        ) : (
          <button
            type="button"
            className={classes['seek']}
            aria-label={callDetailText.seek(clock)}
            aria-current={heard || undefined}
            onClick={onSeek}
          >
            {clock}
          </button>
        ))}
      <span className={classes['said']}>
        <span className={classes['speaker']}>{speaker}</span> {line.text}
      </span>
    </li>
  )
}

type CallTalkProps = {
  readonly call: Call
  /** The candidate's name, for who speaks. */
  readonly name: string
}

/** A call's recording and what was said in it, moving together. */
export function CallTalk({ call, name }: CallTalkProps) {
  const audio = useRef<HTMLAudioElement>(null)
  const wanted = useRef<number | null>(null)
  const play = usePlayRecording(call.id)
  const [atMs, setAtMs] = useState<number | null>(null)
  const { startsMs, estimated } = lineTimes(call.transcript, call.durationSeconds)
  const heard = atMs === null ? -1 : lineAt(startsMs, atMs)
  const speakers = {
    agent: callDetailText.agent,
    candidate: name,
    unknown: callDetailText.unknownSpeaker,
  } as const

  const seek = (startMs: number) => {
    const seconds = startMs / 1000
    if (audio.current === null) {
      wanted.current = seconds
      if (!play.isPending) play.mutate()
      return
    }
    audio.current.currentTime = seconds
    setAtMs(startMs)
    // A browser that refuses to play says so in its own controls.
    audio.current.play().catch(() => undefined)
  }
  // The player appears once the recording's address has come; it then starts where it was wanted.
  useEffect(() => {
    if (play.data === undefined || audio.current === null || wanted.current === null) return
    audio.current.currentTime = wanted.current
    wanted.current = null
  }, [play.data])

  return (
    <>
      <RecordingPlayer
        call={call}
        name={name}
        audio={audio}
        play={play}
        onTime={(seconds) => {
          setAtMs(seconds * 1000)
        }}
      />
      {call.transcript.length === 0 ? (
        <p className={classes['quiet']}>
          {call.transport === 'ended' || call.disposition === NO_RESULT
            ? callText.noTranscript
            : callText.pendingTranscript}
        </p>
      ) : (
        <ol className={classes['lines']} aria-label={callText.transcript}>
          {call.transcript.map((line, index) => {
            const startMs = startsMs[index] ?? null
            return (
              <Line
                key={line.position}
                line={line}
                speaker={speakers[line.speaker]}
                startMs={startMs}
                heard={index === heard}
                onSeek={
                  call.recordingUrl === null || startMs === null
                    ? null
                    : () => {
                        seek(startMs)
                      }
                }
              />
            )
          })}
        </ol>
      )}
      {estimated && startsMs.some((startMs) => startMs !== null) && (
        <p className={classes['quiet']}>{callDetailText.estimated}</p>
      )}
    </>
  )
}
