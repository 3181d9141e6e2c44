/**
 * Keeps a conversation to the channels the campaign chose. The payload names none, but the
 * matrices carry texts only for those chosen: `WhatsApp: …`, `Call: …`.
 */
import type { ObjectiveTemplate } from '../../src/domain/objective/objective-template.ts'
import type { CallEnd, Line, Step } from './step.ts'

/** A person who says something so much later says it in another call. */
const ANOTHER_CALL_AFTER_SECONDS = 100
const SECONDS_PER_LINE = 4
const GREETING_LINES = 2
const SECONDS_TO_WRITE = { agent: 6, person: 40 } as const

type Brief = { readonly objectives: ObjectiveTemplate; readonly firstMessageCall: string }

/** The conversation as it goes when only chosen channels are used; both where none is named. */
export function fitChannels(steps: readonly Step[], brief: Brief): readonly Step[] {
  const texts = Object.values(brief.objectives).map((objective) => objective.description)
  const names = (label: string) => texts.some((text) => new RegExp(`^${label}: `, 'm').test(text))
  const byChat = names('WhatsApp')
  const byCall = names('Call')
  if (byChat === byCall) return steps
  return byChat ? withoutCalls(steps) : withoutChat(steps, brief.firstMessageCall)
}

/** What would have been said is written, but for the greetings. */
function withoutCalls(steps: readonly Step[]): Step[] {
  return steps.flatMap((step): Step[] => {
    switch (step.kind) {
      case 'learns':
        return [{ ...step, from: 'chat' }]
      case 'hangs-up':
        if (step.end !== 'user_hangup' && step.end !== 'agent_hangup') return []
        return step.lines
          .slice(GREETING_LINES)
          .map((line) => ({ kind: 'says', ...line, afterSeconds: SECONDS_TO_WRITE[line.speaker] }))
      case 'dials':
      case 'analyses':
        return []
      case 'says':
      case 'reminds':
      case 'looks-up':
      case 'leaves':
      case 'closes':
        return [step]
    }
  })
}

/** What would have been written is said: each stretch of chat becomes a call. */
function withoutChat(steps: readonly Step[], firstMessageCall: string): Step[] {
  const calls: { lines: Line[]; rest: Step[]; end: CallEnd; waitSeconds: number }[] = []
  const current = () => calls.at(-1) ?? newCall(2)
  const newCall = (waitSeconds: number) => {
    const call = {
      lines: [] as Line[],
      rest: [] as Step[],
      end: 'dial_no_answer' as CallEnd,
      waitSeconds,
    }
    calls.push(call)
    return call
  }
  for (const step of steps) {
    switch (step.kind) {
      case 'says': {
        const isLater = step.speaker === 'person' && step.afterSeconds >= ANOTHER_CALL_AFTER_SECONDS
        const call = isLater ? newCall(step.afterSeconds) : current()
        const text =
          call.lines.length === 0 && step.speaker === 'agent' ? firstMessageCall : step.text
        call.lines.push({ speaker: step.speaker, text })
        if (step.speaker === 'person') call.end = 'user_hangup'
        break
      }
      case 'reminds':
        newCall(step.afterSeconds)
        break
      case 'hangs-up':
        if (step.end === 'voicemail_reached') current().end = step.end
        else if (step.end !== 'dial_no_answer') current().lines.push(...step.lines)
        break
      case 'learns':
        current().rest.push({ ...step, from: 'call' })
        break
      case 'closes':
        current().rest.push(step)
        break
      case 'looks-up':
      case 'leaves':
      case 'dials':
      case 'analyses':
        break
    }
  }
  return calls.flatMap(({ lines, rest, end, waitSeconds }, index): Step[] => {
    const call = index + 1
    const spoken = end === 'dial_no_answer' ? [] : lines
    return [
      { kind: 'dials', call, afterSeconds: waitSeconds },
      {
        kind: 'hangs-up',
        call,
        end,
        lines: spoken,
        afterSeconds: 20 + spoken.length * SECONDS_PER_LINE,
      },
      ...rest,
      {
        kind: 'analyses',
        call,
        end,
        summary: SUMMARIES[end],
        afterSeconds: 30,
      },
    ]
  })
}

const SUMMARIES: Readonly<Record<CallEnd, string>> = {
  user_hangup: 'The agent spoke with the candidate.',
  agent_hangup: 'The agent spoke with the candidate.',
  dial_no_answer: 'Nobody answered.',
  dial_busy: 'The line was busy.',
  voicemail_reached: 'The call went to voicemail.',
}
