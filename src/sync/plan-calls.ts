import { callOutcome } from '../domain/call/call-outcome.ts'
import { parseInterval } from '../domain/call/parse-interval.ts'
import { parseTranscript, type TranscriptLine } from '../domain/call/parse-transcript.ts'
import { optIntent } from '../domain/suppression/opt-intent.ts'
import { isJsonObject } from '../lib/json.ts'
import { sanitiseJson, sanitiseText } from '../lib/sanitise-text.ts'
import { plausibleTime } from './plausible-time.ts'
import type { PlannedCall } from './planned-session.ts'
import type { CallState } from './session-state.ts'

const MAX_SUMMARY_LENGTH = 5_000

/** One row of `call_info`, read: how the call went, and its transcript line by line. */
export function planCall(call: CallState): PlannedCall {
  const analysis = call.analysis ?? null
  const transcript = parseTranscript(call.transcript)
  const durationSeconds = parseInterval(call.durationSeconds)
  const outcome = callOutcome({ status: call.status, analysis, durationSeconds, transcript })
  return {
    callId: call.callId,
    calledAt: plausibleTime(call.calledAt),
    durationSeconds: durationSeconds === null ? null : Math.round(durationSeconds),
    transport: outcome.transport,
    answeredBy: outcome.answeredBy,
    disposition: outcome.disposition,
    reason: outcome.reason,
    endedBy: outcome.endedBy ?? null,
    recordingUrl: webAddress(call.recordingUrl),
    analysis: sanitiseJson(analysis),
    summary: summaryOf(analysis),
    intent: outcome.answeredBy === 'machine' ? null : spokenIntent(transcript),
    lines: transcript.map(({ speaker, text, startMs }, position) => ({
      position,
      speaker,
      body: text,
      startMs,
    })),
  }
}

/** A line is a whole message: "Stop." asks for it, "Stop by the site" doesn't. The last word counts. */
function spokenIntent(transcript: readonly TranscriptLine[]): 'stop' | null {
  const said = transcript
    .filter(({ speaker }) => speaker === 'candidate')
    .map(({ text }) => optIntent(text))
    .findLast((intent) => intent !== null)
  return said === 'stop' ? 'stop' : null
}

/** The recording's address; nothing that isn't one, such as `javascript:`, gets any further. */
function webAddress(text: string | null): string | null {
  const address = text?.trim() ?? ''
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  return sanitiseText(address)
}

/** What the voice provider made of the call: Retell's `call_summary`, others' `summary`. */
function summaryOf(analysis: unknown): string {
  if (!isJsonObject(analysis)) return ''
  const inner = isJsonObject(analysis['call_analysis']) ? analysis['call_analysis'] : {}
  const found = [analysis['call_summary'], analysis['summary'], inner['call_summary']]
    .concat(analysis['transcript_summary'])
    .find((text) => typeof text === 'string')
  return typeof found === 'string' ? sanitiseText(found.trim().slice(0, MAX_SUMMARY_LENGTH)) : ''
}
