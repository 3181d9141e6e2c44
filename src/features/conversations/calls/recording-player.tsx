import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import type { Call } from '../../../data/frontend/conversation.ts'
import { recordingExpiry, recordingHost } from '../../../domain/call/recording-link.ts'
import { isAppError } from '../../../lib/app-error.ts'
import { callDetailText } from '../../../ui/text/calls.ts'
import { describeError } from '../../../ui/text/errors.ts'
import { formatMoment } from '../../../ui/text/locale.ts'
import { useViewer } from '../../../ui/viewer/viewer-context.ts'
import { RelativeTime } from '../../../ui/words/relative-time.tsx'
import { useNow } from '../../../ui/words/use-now.ts'
import { recordingPlaysQuery, useAllowRecordingHost, usePlayRecording } from './call-queries.ts'
import classes from './calls.module.css'

/** The latest plays that the database tells. */
const MOST_PLAYS = 20

/** Who played it, the latest first. */
function Plays({ callId }: { readonly callId: string }) {
  const { data: plays = [] } = useQuery(recordingPlaysQuery(callId))
  if (plays.length === 0) return <p className={classes['quiet']}>{callDetailText.noted}</p>
  return (
    <details className={classes['quiet']}>
      <summary>
        {plays.length < MOST_PLAYS
          ? callDetailText.plays(plays.length)
          : callDetailText.playsMost(plays.length)}
      </summary>
      <ul className={classes['plays']}>
        {plays.map((play) => (
          <li key={play.at}>
            {play.name || callDetailText.somebody}, <RelativeTime at={play.at} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Why it doesn't play, and what an admin can do about a host that nobody allowed yet. */
function NotPlayed({
  error,
  host,
  onAllowed,
}: {
  readonly error: Error
  readonly host: string
  readonly onAllowed: () => void
}) {
  const { isAdmin } = useViewer()
  const allow = useAllowRecordingHost()
  const isHost = isAppError(error) && error.code === 'recording_host_not_allowed'
  const { title, advice } = describeError(error)
  return (
    <div className={classes['fault']} role="alert">
      <p>{isHost ? callDetailText.hostNotAllowed(host) : `${title}. ${advice}`}</p>
      {isHost && isAdmin && (
        <Button
          size="compact-sm"
          variant="default"
          loading={allow.isPending}
          onClick={() => {
            allow.mutate(host, { onSuccess: onAllowed })
          }}
        >
          {callDetailText.allowHost(host)}
        </Button>
      )}
    </div>
  )
}

type RecordingPlayerProps = {
  readonly call: Call
  /** Whose call it is. */
  readonly name: string
  readonly audio: RefObject<HTMLAudioElement | null>
  /** How far it has played, in seconds; told as it plays and after seeking. */
  readonly onTime: (seconds: number) => void
  readonly play: ReturnType<typeof usePlayRecording>
}

/**
 * A recording where its host keeps it. It is asked for when somebody wants to hear it, which is
 * noted; the address is sent no further, and the host learns nothing of where it was opened.
 */
export function RecordingPlayer({ call, name, audio, onTime, play }: RecordingPlayerProps) {
  const [broken, setBroken] = useState(false)
  const now = useNow()
  const expiresAt = recordingExpiry(call.recordingUrl)
  const host = recordingHost(call.recordingUrl)
  if (host === null) {
    return call.transport === 'ended' ? (
      <p className={classes['quiet']}>{callDetailText.noRecording}</p>
    ) : null
  }
  const expiry = expiresAt === null ? '' : formatMoment(new Date(expiresAt))
  if (expiresAt !== null && Date.parse(expiresAt) <= now) {
    return <p className={classes['fault']}>{callDetailText.expired(expiry)}</p>
  }
  const again = () => {
    setBroken(false)
    play.mutate()
  }
  return (
    <div className={classes['player']}>
      {play.data === undefined ? (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={play.isPending}
          onClick={again}
        >
          {callDetailText.play}
        </Button>
      ) : (
        // What is said stands below as the transcript.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio
          ref={audio}
          controls
          autoPlay
          preload="auto"
          src={play.data}
          aria-label={callDetailText.player(name)}
          className={classes['audio']}
          onTimeUpdate={(event) => {
            onTime(event.currentTarget.currentTime)
          }}
          onError={() => {
            setBroken(true)
          }}
        />
      )}
      {play.error !== null && <NotPlayed error={play.error} host={host} onAllowed={again} />}
      {broken && (
        <p className={classes['fault']} role="alert">
          {callDetailText.unavailable}
        </p>
      )}
      {expiry !== '' && <p className={classes['quiet']}>{callDetailText.expires(expiry)}</p>}
      <Plays callId={call.id} />
    </div>
  )
}
