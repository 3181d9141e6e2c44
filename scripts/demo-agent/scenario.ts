import { parseSessionId } from '../../src/domain/campaign/session-id.ts'
import { hashText } from './seeded-random.ts'

/**
 * How conversations go, by the last digit of the phone: whoever tries Rollcall out can choose
 * what a number will do, and the same number does the same in every campaign.
 */
export const SCENARIOS = [
  'interested', // 0
  'interview', // 1
  'asks', // 2
  'rejects', // 3
  'no-answer', // 4
  'voicemail', // 5
  'changes-mind', // 6
  'stop', // 7
  'wrong-number', // 8
  'starts-work', // 9
] as const

export type Scenario = (typeof SCENARIOS)[number]

/** How the conversation of a session will go. Ids that hold no phone take any one of them. */
export function scenarioOf(sessionId: string): Scenario {
  const digits = parseSessionId(sessionId)?.digits
  const index = digits === undefined ? hashText(sessionId) : Number(digits.slice(-1))
  return SCENARIOS[index % SCENARIOS.length] ?? 'no-answer'
}
