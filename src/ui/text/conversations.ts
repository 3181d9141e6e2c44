import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

/** Words of the candidate's and the recipient's panel. */
export const conversationText = {
  tabs: 'Parts of the record',
  conversation: 'Conversation',
  objectives: 'Objectives',
  notes: 'Notes',
  history: 'History',
  candidate: 'Candidate',
  recipient: 'Recipient',
  onBoard: 'On the board',
  empty: 'No conversation yet',
  emptyAdvice: 'Messages and calls appear here as the agents’ conversation comes in.',
  noCampaign: 'Not in a campaign yet',
  noCampaignAdvice: 'Add this person’s column or pool to a campaign to start a conversation.',
  showSteps: 'Show tool steps',
  unreadable: 'A message that could not be read',
  raw: 'Show as it came',
  noTime: 'time not known',
  about: (clock: string) => `about ${clock}`,
  ticks: { sent: 'Sent', delivered: 'Delivered', read: 'Read', failed: 'Not delivered' },
  whatsapp: (count: number) => countOf(count, 'WhatsApp message', 'WhatsApp messages'),
  calls: (count: number) => countOf(count, 'call', 'calls'),
  opensWindow: {
    open: '24-hour window open',
    closing: '24-hour window closing',
    closed: '24-hour window closed',
    unknown: '24-hour window not known: the last reply came without a time',
    never: 'Has not written yet',
  },
  stop: 'Asked to stop: nobody writes to this number any more',
  start: 'Lifted the stop',
} as const

export const callText = {
  transcript: 'Transcript',
  noTranscript: 'No transcript of this call.',
  pendingTranscript: 'The transcript comes when the call has been analysed.',
  duration: (seconds: number) =>
    `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
  dispositions: {
    conversation: 'Conversation',
    voicemail: 'Voicemail, not a conversation',
    'no-answer': 'No answer',
    busy: 'Busy',
    declined: 'Declined',
    failed: 'Failed',
    'wrong-number': 'Wrong number',
    pending: 'Pending',
    'hung-up': 'Hung up',
  } as Readonly<Record<string, string>>,
  /** The same in a word or two, for badges and filters. */
  outcomes: {
    conversation: 'Conversation',
    voicemail: 'Voicemail',
    'no-answer': 'No answer',
    busy: 'Busy',
    declined: 'Declined',
    failed: 'Failed',
    'wrong-number': 'Wrong number',
    pending: 'Pending',
    'hung-up': 'Hung up',
  } as Readonly<Record<string, string>>,
} as const

export const objectiveText = {
  none: 'No answers yet',
  noneAdvice: 'What the agent finds out appears here, each with what it rests on.',
  yes: 'Yes',
  no: 'No',
  restsOn: {
    message: 'from a message',
    call: 'from a call',
    event: 'only from the agent’s record: no message or call shows it',
  },
  exact: 'exact',
  inferred: 'inferred from the time',
  nothingToCite: 'the agent wrote it without saying when',
  jump: 'Show where',
} as const

export const noteText = {
  add: 'Add note',
  placeholder: 'What happened, or what to remember',
  kind: 'Kind',
  kinds: {
    note: 'Note',
    call: 'Call',
    whatsapp: 'WhatsApp',
    email: 'E-mail',
    meeting: 'Meeting',
    status: 'Status',
  },
  where: {
    card: (job: string) => `on the board of ${job}`,
    recipient: (campaign: string) => `in the campaign ${campaign}`,
  },
  none: 'No notes yet',
  noneAdvice: 'Notes are seen by everybody in the office.',
  saved: 'Note saved',
  notSaved: 'The note was not saved',
  remove: 'Delete note',
  removed: 'Note deleted',
} as const

/** Words that say why a status is what it is. */
export const traceText = {
  automation: 'Automation',
  somebody: 'Somebody who left',
  actions: {
    move: 'moved',
    accept: 'accepted the suggestion',
    dismiss: 'dismissed the suggestion',
    resume: 'handed it back to automation',
    undo: 'took a change back',
    'column-deleted': 'moved, because the column was deleted',
    add: 'added the card',
    card: 'made the card',
    derive: 'set it',
    withdraw: 'took it back: the evidence is gone',
  } as Readonly<Record<string, string>>,
  becauseReason: (reason: string) => `with the reason “${reason}”`,
  becauseObjective: (objective: string, value: string) => `because “${objective}” is ${value}`,
  becauseInbound: 'because they wrote back',
  becauseCall: 'because they answered a call',
  becauseAnswer: 'because they answered a question',
  rules: (version: number) => `rules version ${formatNumber(version)}`,
  suggests: 'The agent suggests',
  accept: 'Accept',
  dismiss: 'Dismiss',
  resume: 'Let automation decide again',
  setByPerson: 'Set by a person; automation leaves it alone.',
  setByAutomation: 'Set by automation',
  setStatus: 'Set status',
  changed: (name: string) => `Changed ${name}`,
  notChanged: 'The status was not changed',
  none: 'No changes yet',
  noneAdvice: 'Each change of status is kept here with its reason.',
  to: 'to',
} as const
