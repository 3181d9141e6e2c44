/** One session as lines of text: who, which campaign, what was said, which objectives changed when. */
import type { BackendCall, BackendEvent, SessionItem } from '../../src/data/backend/session-item.ts'
import { callOutcome } from '../../src/domain/call/call-outcome.ts'
import { parseTranscript } from '../../src/domain/call/parse-transcript.ts'
import { parseChatMessage } from '../../src/domain/conversation/parse-chat-message.ts'

/** @returns lines without line breaks at their ends */
export function describeSession(item: SessionItem): string[] {
  const { info } = item
  const lines = [
    `Session ${item.session}${item.aliases.length > 0 ? ` (also ${item.aliases.join(', ')})` : ''}`,
    `  Campaign   ${item.campaigns.join(', ') || 'none'}`,
    `  Numbers    ${item.numbers.join(', ') || 'none'}`,
  ]
  if (info) {
    lines.push(
      `  Status     ${info.sessionStatus ?? 'unknown'}, last action ${info.lastAction ?? 'none'}`,
      `  Reminders  ${info.reminderCount ?? 0}, next ${info.nextReminderAt ?? 'none'}`,
      `  Objectives ${JSON.stringify(info.objectives ?? {})}`,
    )
  } else {
    lines.push('  No session_info row names it.')
  }
  return [
    ...lines,
    ...section('WhatsApp', item.messages.map(describeMessage)),
    ...section('Calls', item.calls.flatMap(describeCall)),
    ...section('Objectives over time', item.events.map(describeEvent)),
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return [
    `  ${title}${lines.length === 0 ? ': nothing' : ''}`,
    ...lines.map((line) => `    ${line}`),
  ]
}

function describeMessage({ id, message, seenAt }: SessionItem['messages'][number]): string {
  const parsed = parseChatMessage(message)
  const who = { inbound: 'candidate', outbound: 'agent', internal: parsed.kind }[parsed.direction]
  const time = parsed.sentAt ?? (seenAt === null ? 'no time' : `about ${seenAt}`)
  return `#${id} ${time}  ${who}: ${parsed.text || parsed.toolNote || parsed.raw || '(empty)'}`
}

function describeCall(call: BackendCall): string[] {
  const transcript = parseTranscript(call.transcript)
  const { status, analysis, durationSeconds } = call
  const outcome = callOutcome({ status, analysis, durationSeconds, transcript })
  const length = durationSeconds === null ? 'unknown length' : `${Math.round(durationSeconds)} s`
  return [
    `${call.calledAt ?? 'no time'}  ${outcome.disposition}, ${length} (${call.callId})`,
    ...transcript.map((line) => `  ${line.speaker}: ${line.text}`),
  ]
}

function describeEvent(event: BackendEvent): string {
  const change = `${JSON.stringify(event.oldValue ?? null)} → ${JSON.stringify(event.newValue ?? null)}`
  return `${event.occurredAt ?? 'no time'}  ${event.objective ?? '?'}: ${change} (${event.source ?? 'unknown source'})`
}
