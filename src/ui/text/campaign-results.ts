import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

/** What a campaign found out, objective by objective. */
export const resultsText = {
  note: (reached: number) =>
    `Out of ${countOf(reached, 'person', 'people')} whom the agents have. Each number opens its people.`,
  emptyTitle: 'Nothing was found out yet',
  emptyAdvice: 'Answers stand here as soon as people give them.',
  noObjectives: 'This campaign asks for nothing.',
  yes: 'Yes',
  no: 'No',
  noAnswer: 'No answer yet',
  otherValues: 'Other answers',
  answered: (count: number, reached: number) =>
    `${formatNumber(count)} of ${formatNumber(reached)} answered`,
  unasked: 'Not asked for in this campaign',
  filter: 'Answer',
  filterValue: (name: string, value: string) => `${name}: ${value}`,
  anyAnswer: 'any answer',
} as const

/** What was done to a campaign, by whom. */
export const timelineText = {
  title: 'What was done',
  byItself: 'Rollcall',
  actions: {
    create: 'wrote the draft',
    copy: (name: string) => `copied “${name}”`,
    launch: 'launched it',
    start: 'started it at its start date',
    pause: 'paused it',
    resume: 'resumed it',
    stop: 'stopped it',
    complete: 'completed it',
    finish: (to: string) => `ended it: ${to}`,
    retry: (count: number) =>
      count === 0
        ? 'sent again what had failed'
        : `sent ${countOf(count, 'person', 'people')} again`,
    'take-as-sent': (count: number) => `counted ${countOf(count, 'person', 'people')} as sent`,
    export: (count: number) => `exported ${countOf(count, 'recipient', 'recipients')}`,
    'test-send': 'sent a test to their own number',
    'waive-ai-disclosure': (reason: string) =>
      reason === ''
        ? 'took back that no AI disclosure is needed'
        : 'recorded that no AI disclosure is needed',
    'allow-active-elsewhere': (allowed: boolean) =>
      allowed
        ? 'allowed people who are in another campaign'
        : 'no longer allowed people who are in another campaign',
    unschedule: 'made it a draft again',
    'save-status-rules': 'changed the status rules',
  },
  other: (action: string) => `did “${action}”`,
} as const

/** What was sent for one recipient. */
export const deliveryPanelText = {
  title: 'What was sent',
  open: 'What was sent',
  notSent: 'Nothing was sent for this person.',
  state: 'Delivery',
  task: 'Their task',
  taskNote: 'The part of the signed body that names this person.',
  shared: 'Sent with every task of this launch',
  batch: 'Batch',
  batchOf: (position: number, tasks: number) =>
    `${formatNumber(position)}, with ${countOf(tasks, 'person', 'people')}`,
  id: 'Signed under the id',
  hash: 'SHA-256 of the signed body',
  firstPosted: 'First sent',
  attempts: 'Attempts',
  decided: 'Decided',
  decisions: { 'take-as-sent': 'Counted as sent', retry: 'Sent again' },
  decidedBy: (name: string) => `by ${name},`,
  answer: 'Last answer',
  answered: (status: number) => `HTTP ${status}`,
  noAnswer: 'None yet',
  acknowledgement: 'The agents’ acknowledgement',
  noAcknowledgement: 'None yet',
} as const

/** Taking recipients out as a file. */
export const exportText = {
  button: 'Export CSV',
  failed: 'The recipients were not exported',
  file: (name: string) => `${name} – recipients.csv`,
  headers: {
    name: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    delivery: 'Delivery',
    reason: 'Reason',
    status: 'Status',
    statusChanged: 'Status changed',
    lastContact: 'Last contact',
    messages: 'Messages',
    calls: 'Calls',
    lastMessage: 'Last message',
  },
} as const
