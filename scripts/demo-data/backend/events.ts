import { demoSession, RUNNING } from '../frontend/campaign-plans.ts'
import { HOURS } from '../frontend/rows.ts'
import { demoConversations } from './chats.ts'
import { saidAgo } from './said-ago.ts'

/** What brought a value: words of the person in the chat, or the minutes ago an agent wrote it. */
type Origin = { readonly said: string } | { readonly by: 'call' | 'chat'; readonly ago: number }

type Change = readonly [
  number: number,
  objective: string,
  before: boolean | string | null,
  after: boolean | string,
  origin: Origin,
]

/** Agents write what they were told at once; the next message comes minutes later. */
const AFTER_MESSAGE = 1
/** Two minutes after Daniel's call began, one after Sofia's: each had just ended. */
const DANIELS_CALL = { by: 'call', ago: 27 * HOURS - 2 } as const
const SOFIAS_CALL = { by: 'call', ago: 50 * HOURS - 1 } as const

const CHANGES: readonly Change[] = [
  [100, 'interested', null, true, { said: 'Hi, yes I am' }],
  [100, 'matrix_cscs_card', null, 'Blue CSCS card, valid until 2028', { said: 'Blue CSCS card' }],
  [100, 'matrix_availability', null, 'Monday week', { said: 'Monday week' }],
  [100, 'interview_scheduled', null, true, DANIELS_CALL],
  [100, 'matrix_references', null, 'Site manager at Deptford', DANIELS_CALL],
  [101, 'matrix_cscs_card', null, 'Blue card, 2027', { said: 'Blue card, 2027' }],
  [101, 'matrix_own_tools', null, 'Yes, everything', { said: 'Yes, everything' }],
  [101, 'matrix_availability', null, 'Now', { said: 'I am free now' }],
  [101, 'interested', null, true, { said: 'I am free now' }],
  [102, 'interested', null, true, { said: 'yes interested' }],
  [102, 'interested', true, false, { said: 'Ok then no thanks' }],
  [102, 'rejected', null, true, { said: 'Ok then no thanks' }],
  [103, 'interested', null, true, { said: 'Hello yeah go on' }],
  [103, 'matrix_cscs_card', null, 'Gold card, until 2029', { said: 'Gold one' }],
  // What Sofia said of this is not in the chat any more: only the agent's record has it.
  [104, 'interested', null, true, { by: 'chat', ago: 60 * HOURS }],
  [104, 'interview_scheduled', null, true, { by: 'chat', ago: 55 * HOURS }],
  [104, 'hired', null, true, SOFIAS_CALL],
  [104, 'started_work', null, true, { said: 'started this morning' }],
  [107, 'interested', null, true, { said: 'Yes please' }],
  [107, 'matrix_availability', null, 'Tomorrow', { said: 'Tomorrow if you like' }],
]

/** Minutes ago at which the person said the words, in the chat of the session. */
function agoOf(sessionId: string, said: string): number {
  const chat = demoConversations(() => '').find((one) => one.sessionId === sessionId)
  const index = chat?.messages.findIndex((message) => JSON.stringify(message).includes(said)) ?? -1
  const ago = chat === undefined ? undefined : saidAgo(chat)[index]
  if (ago === undefined) throw new Error(`nobody says “${said}” in the demo`)
  return ago - AFTER_MESSAGE
}

/** When which objective got which value: just after the message or call that brought it. */
export function demoEvents(minutesAgo: (minutes: number) => string) {
  return CHANGES.map(([number, objective, before, after, origin]) => {
    const sessionId = demoSession(RUNNING, number)
    const isCall = 'by' in origin && origin.by === 'call'
    return {
      session_id: sessionId,
      objective,
      old_value: before,
      new_value: after,
      source: isCall ? 'call_agent' : 'chat_agent',
      occurred_at: minutesAgo('said' in origin ? agoOf(sessionId, origin.said) : origin.ago),
    }
  })
}
