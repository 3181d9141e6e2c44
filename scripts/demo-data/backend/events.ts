import { demoSession, RUNNING } from '../frontend/campaign-plans.ts'
import { HOURS } from '../frontend/rows.ts'

type Change = readonly [
  number: number,
  hoursAgo: number,
  objective: string,
  before: boolean | string | null,
  after: boolean | string,
  source: 'chat_agent' | 'call_agent',
]

const CHANGES: readonly Change[] = [
  [100, 48, 'interested', null, true, 'chat_agent'],
  [100, 47, 'matrix_cscs_card', null, 'Blue CSCS card, valid until 2028', 'chat_agent'],
  [100, 46, 'matrix_availability', null, 'Monday week', 'chat_agent'],
  [100, 26.9, 'interview_scheduled', null, true, 'call_agent'],
  [100, 26.9, 'matrix_references', null, 'Site manager at Deptford', 'call_agent'],
  [101, 9, 'matrix_cscs_card', null, 'Blue card, 2027', 'chat_agent'],
  [101, 8, 'interested', null, true, 'chat_agent'],
  [102, 20, 'interested', null, true, 'chat_agent'],
  [102, 10, 'interested', true, false, 'chat_agent'],
  [102, 10, 'rejected', null, true, 'chat_agent'],
  [103, 12, 'interested', null, true, 'chat_agent'],
  [104, 60, 'interested', null, true, 'chat_agent'],
  [104, 55, 'interview_scheduled', null, true, 'chat_agent'],
  [104, 50, 'hired', null, true, 'call_agent'],
  [104, 12, 'started_work', null, true, 'chat_agent'],
  [107, 18, 'interested', null, true, 'chat_agent'],
]

/** When which objective got which value. */
export function demoEvents(minutesAgo: (minutes: number) => string) {
  return CHANGES.map(([number, hoursAgo, objective, before, after, source]) => ({
    session_id: demoSession(RUNNING, number),
    objective,
    old_value: before,
    new_value: after,
    source,
    occurred_at: minutesAgo(hoursAgo * HOURS),
  }))
}
