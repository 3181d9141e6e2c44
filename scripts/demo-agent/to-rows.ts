/** One step of a session as the backend's rows. Pure; times are added where they are written. */
import {
  chatSessionId,
  chatShapeOf,
  isStamped,
  storesPlainValues,
  toStoredMessage,
  toToolMessages,
} from './chat-shape.ts'
import { hashText } from './seeded-random.ts'
import type { CallEnd, Line, ObjectiveValue, Step } from './step.ts'

export type ChatRow = {
  readonly session_id: string
  readonly message: { readonly [key: string]: unknown }
  /** The message gets a `timestamp`. */
  readonly stamped: boolean
}
export type CallStartRow = {
  readonly call_id: string
  readonly session_id: string
  readonly batch_call_id: string
}
export type CallEndRow = {
  readonly call_id: string
  readonly status: string
  readonly seconds: number
  readonly transcript: string | null
  readonly recording_url: string | null
}
export type CallAnalysisRow = {
  readonly call_id: string
  readonly analysis: { readonly [key: string]: unknown }
}
export type ObjectiveRow = {
  readonly session_id: string
  readonly objective: string
  readonly value: ObjectiveValue
  readonly source: string
  /** Stored as the value itself instead of inside its template. */
  readonly plain: boolean
}
/** What a step changes in `session_info`. */
export type SessionRow = {
  readonly session_id: string
  readonly last_action: string
  readonly by_person: boolean
  readonly outbound: boolean
  readonly reminds: boolean
  readonly completes: boolean
  readonly batch_call_id: string | null
}

/** Everything that one round of the agent writes. */
export type AgentRows = {
  /** The address under which recordings are found, without a slash at its end. */
  readonly recordings: string
  readonly chats: ChatRow[]
  readonly callStarts: CallStartRow[]
  readonly callEnds: CallEndRow[]
  readonly callAnalyses: CallAnalysisRow[]
  readonly objectives: ObjectiveRow[]
  readonly sessions: SessionRow[]
}

export function createAgentRows(recordings: string): AgentRows {
  return {
    recordings,
    chats: [],
    callStarts: [],
    callEnds: [],
    callAnalyses: [],
    objectives: [],
    sessions: [],
  }
}

/** Adds the rows of one step. */
export function addStepRows(rows: AgentRows, sessionId: string, step: Step): void {
  const shape = chatShapeOf(sessionId)
  const chat = (message: ChatRow['message'], stamped = false) =>
    rows.chats.push({ session_id: chatSessionId(sessionId), message, stamped })
  const session = (lastAction: string, changes: Partial<SessionRow> = {}) =>
    rows.sessions.push({
      session_id: sessionId,
      last_action: lastAction,
      by_person: false,
      outbound: false,
      reminds: false,
      completes: false,
      batch_call_id: null,
      ...changes,
    })

  switch (step.kind) {
    case 'says': {
      const isAgent = step.speaker === 'agent'
      chat(toStoredMessage(shape, step.speaker, step.text), isStamped(shape))
      session(isAgent ? 'message_sent' : 'message_received', {
        by_person: !isAgent,
        outbound: isAgent,
      })
      break
    }
    case 'reminds':
      chat(toStoredMessage(shape, 'agent', step.text), isStamped(shape))
      session('reminder_sent', { outbound: true, reminds: true })
      break
    case 'looks-up': {
      const toolCall = `call_${hashText(`${sessionId} ${step.tool} ${step.result}`).toString(36)}`
      for (const message of toToolMessages(toolCall, step.tool, step.result)) chat(message)
      session('tool_used')
      break
    }
    case 'leaves':
      chat(step.message)
      session('message_received', { by_person: true })
      break
    case 'learns':
      for (const [objective, value] of Object.entries(step.values)) {
        const source = step.from === 'call' ? 'call_agent' : 'chat_agent'
        const plain = storesPlainValues(sessionId)
        rows.objectives.push({ session_id: sessionId, objective, value, source, plain })
      }
      session('objective_updated')
      break
    case 'dials': {
      const batchCallId = `batch_call_${hashText(sessionId.replace(/_\d+$/, '')).toString(36)}`
      rows.callStarts.push({
        call_id: callId(sessionId, step.call),
        session_id: sessionId,
        batch_call_id: batchCallId,
      })
      session('call_started', { outbound: true, batch_call_id: batchCallId })
      break
    }
    case 'hangs-up':
      rows.callEnds.push(toCallEnd(sessionId, step, rows.recordings))
      session('call_ended')
      break
    case 'analyses':
      rows.callAnalyses.push({
        call_id: callId(sessionId, step.call),
        analysis: toAnalysis(step.end, step.summary),
      })
      session('call_analyzed')
      break
    case 'closes':
      session('session_completed', { completes: true })
      break
  }
}

/** The id of a session's call, the same whenever it is asked for; holds no phone. */
function callId(sessionId: string, call: number): string {
  return `call_${hashText(`call ${sessionId}`).toString(16)}${hashText(sessionId).toString(16)}_${call}`
}

function toCallEnd(
  sessionId: string,
  step: Extract<Step, { kind: 'hangs-up' }>,
  recordings: string,
): CallEndRow {
  const id = callId(sessionId, step.call)
  const reached = step.end !== 'dial_no_answer' && step.end !== 'dial_busy'
  return {
    call_id: id,
    status: reached ? 'ended' : 'not_connected',
    seconds: reached ? step.afterSeconds : 0,
    transcript: reached ? toTranscript(step.lines) : null,
    recording_url: reached ? `${recordings}/${id}.wav` : null,
  }
}

/** Lines as Retell writes them; the other side is always its `User`. */
function toTranscript(lines: readonly Line[]): string {
  return lines
    .map(({ speaker, text }) => `${speaker === 'agent' ? 'Agent' : 'User'}: ${text}`)
    .join('\n')
}

function toAnalysis(end: CallEnd, summary: string): { readonly [key: string]: unknown } {
  const isAnswered = end === 'user_hangup' || end === 'agent_hangup'
  return {
    call_summary: summary,
    disconnection_reason: end,
    in_voicemail: end === 'voicemail_reached',
    user_sentiment: isAnswered ? 'Positive' : 'Unknown',
    call_successful: isAnswered,
  }
}
