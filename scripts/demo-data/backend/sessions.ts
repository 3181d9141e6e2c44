/** The demo's sessions in the backend's other tables. */
import { demoPhone } from '../demo-people.ts'
import { demoSession, launchBody, promptsOf, RUNNING } from '../frontend/campaign-plans.ts'
import { isContacted, LEDGER } from '../frontend/ledger.ts'
import { DAYS } from '../frontend/rows.ts'
import { oldSession } from './chats.ts'
import { lastSaidAgo } from './said-ago.ts'

type MinutesAgo = (minutes: number) => string
type Job = Parameters<typeof launchBody>[1]
type Value = boolean | number | string

/** The campaign as a backend that was never told the uid holds it. */
const BASE_NAME = 'plumber-london'

/** Without a row of their own: two chats stand alone, three people are known from a list only. */
const WITHOUT_ROW: ReadonlySet<number> = new Set([105, 109, 110, 111, 112, 114])
const OLD_SHAPE: ReadonlySet<number> = new Set([106, 115])

/** What the agents found out so far, beside the template that every session starts with. */
const VALUES: Readonly<Record<number, Readonly<Record<string, Value>>>> = {
  100: {
    interested: true,
    interview_scheduled: true,
    matrix_cscs_card: 'Blue CSCS card, valid until 2028',
    matrix_availability: 'Monday week',
    matrix_references: 'Site manager at Deptford',
  },
  101: {
    interested: true,
    matrix_cscs_card: 'Blue card, 2027',
    matrix_own_tools: 'Yes, everything',
    matrix_availability: 'Now',
  },
  102: { interested: false, rejected: true },
  103: { interested: true, matrix_cscs_card: 'Gold card, until 2029' },
  104: { interested: true, interview_scheduled: true, hired: true, started_work: true },
  107: { interested: true, matrix_availability: 'Tomorrow' },
}

/** People whose values are stored bare instead of inside the template. */
const PLAIN: ReadonlySet<number> = new Set([103, 107])

const OUTCOMES = {
  interview_scheduled: { type: 'boolean', description: 'A time to meet was agreed' },
  hired: { type: 'boolean', description: 'The client took them on' },
  started_work: { type: 'boolean', description: 'Had their first day' },
  rejected: { type: 'boolean', description: 'Does not want this job' },
}

/** What the sessions of the campaign start with: the launch's objectives, and the agents' own outcomes. */
function templateOf(job: Job) {
  return { ...launchBody(RUNNING, job).objectives, ...OUTCOMES }
}

export function demoCampaignInfo(minutesAgo: MinutesAgo, job: Job) {
  const { campaign, job_description } = launchBody(RUNNING, job)
  const common = {
    job_info: job_description,
    objectives_template: templateOf(job),
    ...promptsOf(RUNNING, job),
    start: minutesAgo(3 * DAYS),
    end: null,
  }
  return [
    { ...common, campaign: campaign as string },
    { ...common, campaign: BASE_NAME },
  ]
}

function people(): readonly {
  readonly number: number
  readonly id: string
  readonly isOld: boolean
}[] {
  return LEDGER.filter((number) => isContacted(number) && !WITHOUT_ROW.has(number)).map(
    (number) => {
      const isOld = OLD_SHAPE.has(number)
      return { number, isOld, id: isOld ? oldSession(number) : demoSession(RUNNING, number) }
    },
  )
}

export function demoSessions(minutesAgo: MinutesAgo, job: Job) {
  const template: Readonly<Record<string, object>> = templateOf(job)
  const { campaign } = launchBody(RUNNING, job)
  return people().map(({ number, id, isOld }) => {
    const values = VALUES[number] ?? {}
    const answered = number <= 104 || [106, 107, 108].includes(number)
    const lastAgo = lastSaidAgo(number)
    const objectives = Object.fromEntries(
      Object.entries(template).map(([key, objective]): [string, unknown] => {
        const value = values[key]
        if (value === undefined) return [key, objective]
        return [key, PLAIN.has(number) ? value : { ...objective, value }]
      }),
    )
    return {
      session_id: id,
      created_at: minutesAgo(3 * DAYS),
      updated_at: minutesAgo(answered ? lastAgo : 3 * DAYS),
      user_updated: answered ? minutesAgo(lastAgo + 1) : null,
      agent_updated: minutesAgo(answered ? lastAgo : 3 * DAYS),
      last_action: answered ? 'message_sent' : 'session_created',
      action_status: 'done',
      session_status: number === 102 || number === 104 ? 'completed' : 'active',
      last_user_msg_at: answered ? minutesAgo(lastAgo + 1) : null,
      last_agent_msg_at: answered ? minutesAgo(lastAgo) : null,
      last_outbound_at: minutesAgo(answered ? lastAgo : 3 * DAYS),
      next_reminder_at: null,
      reminder_count: number === 101 ? 1 : 0,
      tz: 'Europe/London',
      campaign: isOld ? BASE_NAME : campaign,
      objectives,
      latest_batch_call_id: number === 100 || number === 104 ? 'batch_call_demo_1' : null,
    }
  })
}

export function demoNumbers() {
  return people().map(({ number, id }) => ({ session_id: id, phone_number: demoPhone(number) }))
}

export function demoMemberships(job: Job) {
  const { campaign } = launchBody(RUNNING, job)
  return people().map(({ id, isOld }) => ({
    session_id: id,
    campaign: isOld ? BASE_NAME : campaign,
  }))
}
