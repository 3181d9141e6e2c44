/** Serves the demo calls' recordings, so that a player has something to play. */
import type { Hono } from 'hono'
import { parseInterval } from '../../src/domain/call/parse-interval.ts'
import { parseTranscript } from '../../src/domain/call/parse-transcript.ts'
import { recordingWav } from './recording-wav.ts'

/** What a recording is made of; null where there is no such call. */
export type FindCall = (
  callId: string,
) => Promise<{ readonly transcript: string | null; readonly duration: string | null } | null>

/** Adds `GET /webhook/recordings/<call id>.wav`, with byte ranges, which seeking needs. */
export function addRecordings(app: Hono, findCall: FindCall): void {
  app.get('/webhook/recordings/:file{.+\\.wav}', async (context) => {
    const call = await findCall(context.req.param('file').replace(/\.wav$/, ''))
    if (call === null) return context.notFound()
    const lines = parseTranscript(call.transcript)
    const file = recordingWav(lines, parseInterval(call.duration) ?? lines.length * 4)
    return answerRange(file, context.req.header('range'))
  })
}

/** RFC 9110, section 14: one range, or the whole where none or an unreadable one is asked for. */
function answerRange(file: Uint8Array, range: string | undefined): Response {
  const headers = new Headers({
    'content-type': 'audio/wav',
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=3600',
    // The app may be open under the machine's other name.
    'cross-origin-resource-policy': 'cross-origin',
  })
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '')
  if (asked === null) return new Response(file.slice(), { headers })
  const from = Number(asked[1])
  const last = Math.min(asked[2] ? Number(asked[2]) : file.length - 1, file.length - 1)
  if (from > last) {
    headers.set('content-range', `bytes */${file.length}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('content-range', `bytes ${from}-${last}/${file.length}`)
  return new Response(file.slice(from, last + 1), { status: 206, headers })
}
