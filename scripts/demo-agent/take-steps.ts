import { planConversation } from './plan-conversation.ts'
import type { DueConversation, Progress } from './store.ts'
import { addStepRows, createAgentRows, type AgentRows } from './to-rows.ts'

export type Round = { readonly rows: AgentRows; readonly progress: readonly Progress[] }

/**
 * Takes the due step of each conversation and says when the next one is due. A conversation
 * whose session was ended by anybody is over at once.
 *
 * @param speed how many times faster than life; 1: minutes
 * @param recordings the address under which recordings are found
 */
export function takeSteps(
  due: readonly DueConversation[],
  speed: number,
  recordings: string,
): Round {
  const rows = createAgentRows(recordings)
  const progress = due.map((conversation): Progress => {
    const { sessionId, nextStep } = conversation
    const over = { session_id: sessionId, next_step: nextStep, due_in: null }
    if (conversation.ended) return over
    const steps = planConversation(conversation)
    const step = steps[nextStep]
    if (step !== undefined) addStepRows(rows, sessionId, step)
    const next = steps[nextStep + 1]
    if (next === undefined) return { ...over, next_step: nextStep + 1 }
    return { ...over, next_step: nextStep + 1, due_in: next.afterSeconds / speed }
  })
  return { rows, progress }
}
