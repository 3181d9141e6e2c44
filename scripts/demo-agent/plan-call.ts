/** Plans the calls of a conversation: dialled, ended, and analysed some time later. */
import type { Random } from '../../src/lib/random.ts'
import { answerQuestion, questionText } from './answer-question.ts'
import type { Question } from './objective-role.ts'
import { between } from './seeded-random.ts'
import type { CallEnd, Line, ObjectiveValue, Speaker, Step } from './step.ts'

const DIALLING_SECONDS = [15, 40] as const
const RINGING_SECONDS = [20, 30] as const
const SECONDS_PER_LINE = [3, 5] as const
const ANALYSIS_SECONDS = [20, 45] as const

/** A call that reaches a machine or nobody. */
export function planMissedCall(
  call: number,
  end: Extract<CallEnd, 'voicemail_reached' | 'dial_no_answer'>,
  firstMessage: string,
  random: Random,
): Step[] {
  const isMachine = end === 'voicemail_reached'
  const lines: Line[] = isMachine
    ? [
        { speaker: 'person', text: 'Please leave a message after the tone.' },
        { speaker: 'agent', text: firstMessage },
      ]
    : []
  const summary = isMachine ? 'The call went to voicemail.' : 'Nobody answered.'
  return [
    { kind: 'dials', call, afterSeconds: between(random, ...DIALLING_SECONDS) },
    { kind: 'hangs-up', call, end, lines, afterSeconds: between(random, ...RINGING_SECONDS) },
    { kind: 'analyses', call, end, summary, afterSeconds: between(random, ...ANALYSIS_SECONDS) },
  ]
}

/** What an answered call brings besides the questions asked in it. */
export type TalkPlan = {
  readonly end: CallEnd
  readonly lines: readonly (readonly [Speaker, string])[]
  readonly outcomes: Readonly<Record<string, ObjectiveValue>>
  readonly summary: string
}

/** A call that somebody answers: greeting, the questions still open, then what was planned. */
export function planCall(
  call: number,
  talk: TalkPlan,
  questions: readonly Question[],
  firstMessage: string,
  random: Random,
): Step[] {
  const answered = questions.map((question) => ({
    key: question.key,
    text: questionText(question, 'Call'),
    ...answerQuestion(question, random),
  }))
  const [greeting, ...rest] = talk.lines.map(([speaker, text]): Line => ({ speaker, text }))
  const lines: Line[] = [
    greeting ?? { speaker: 'person', text: 'Hello?' },
    { speaker: 'agent', text: firstMessage },
    ...answered.flatMap(({ text, words }): Line[] => [
      { speaker: 'agent', text },
      { speaker: 'person', text: words },
    ]),
    ...rest,
  ]
  const learned = answered.map(({ key, value }) => [key, value] as const)
  const values = { ...Object.fromEntries(learned), ...talk.outcomes }
  const talkSeconds = lines.length * between(random, ...SECONDS_PER_LINE)
  const { end, summary } = talk
  return [
    { kind: 'dials', call, afterSeconds: between(random, ...DIALLING_SECONDS) },
    { kind: 'hangs-up', call, end, lines, afterSeconds: talkSeconds },
    ...(Object.keys(values).length === 0
      ? []
      : [{ kind: 'learns', values, from: 'call', afterSeconds: 5 } as const]),
    { kind: 'analyses', call, end, summary, afterSeconds: between(random, ...ANALYSIS_SECONDS) },
  ]
}
