import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

/** Actions on a campaign and their dialogs. */
export const campaignActionText = {
  continueDraft: 'Continue writing',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  duplicate: 'Duplicate',
  duplicateTitle: 'Duplicate this campaign?',
  duplicateBody:
    'A new draft gets the same targets, questions, messages and audience. Nobody is contacted before you launch it.',
  duplicateFor: 'Who is it for?',
  duplicateRest: 'Only people this campaign has not contacted',
  duplicateAll: 'Everybody in its audience, once more',
  duplicateConfirm: 'Make the copy',
  /** Behind the name of a copy, in brackets. */
  copyWord: 'copy',
  retryFailed: (count: number) => `Retry ${formatNumber(count)} failed`,
  retryStarted: 'They are being sent again',
  retryWaits: 'They are sent again when you resume the campaign',
  failed: {
    pause: 'The campaign was not paused',
    resume: 'The campaign was not resumed',
    stop: 'The campaign was not stopped',
    unschedule: 'The campaign is no draft again',
    retry: 'Nothing was sent again',
    take: 'Nothing was decided',
    duplicate: 'The campaign was not duplicated',
  },
  unschedule: 'Back to draft',
  unscheduleTitle: 'Make this campaign a draft again?',
  unscheduleBody:
    'Nothing was sent yet. You can change it and launch it again; who is in its audience is looked at anew then.',
  pauseTitle: 'Pause this campaign?',
  pauseWaiting: (count: number) =>
    count === 0
      ? 'Nobody is waiting to be contacted.'
      : `${countOf(count, 'person waits', 'people wait')} and will not be contacted until you resume.`,
  pauseActive: (count: number) =>
    count === 0
      ? 'No conversation is going on.'
      : `${countOf(count, 'conversation goes on', 'conversations go on')}: pausing does not end what the agents have begun. To end conversations, stop the campaign.`,
  pauseConfirm: 'Pause campaign',
  stopTitle: 'Stop this campaign for good?',
  stopWaiting: (count: number) =>
    count === 0
      ? 'Nobody is waiting to be contacted.'
      : `${countOf(count, 'person who waits', 'people who wait')} will not be contacted.`,
  stopActive: (count: number) =>
    count === 0
      ? 'No conversation is going on.'
      : `The agents end ${countOf(count, 'conversation', 'conversations')} and write to nobody again.`,
  stopForGood: 'A stopped campaign can’t be started again; you can duplicate it.',
  stopConfirm: 'Stop campaign',
  counting: 'Counting the conversations that go on …',
  notCounted: 'How many conversations go on could not be counted.',
  decideTitle: (count: number) => `What about ${countOf(count, 'person', 'people')}?`,
  decideBody:
    'It is not known whether they were contacted: no conversation was seen. Ask whoever keeps the agents whether the task arrived.',
  decisions: {
    again: {
      label: 'Send again',
      description: 'If the agents did get the task, these people may be contacted twice.',
    },
    taken: {
      label: 'Count as sent',
      description:
        'Nothing is sent to them again. If the agents did not get the task, nobody contacts them.',
    },
  },
  decideEnded: 'The campaign has ended, so nothing can be sent again.',
  taken: 'They count as sent',
} as const

/** The page of one campaign. */
export const campaignPageText = {
  back: 'Campaigns',
  tabs: 'Parts of the campaign',
  recipients: 'Recipients',
  results: 'Results',
  setup: 'Setup',
  activity: 'Activity',
  launched: 'launched',
  starts: 'starts',
  draftTitle: 'This campaign is still a draft',
  draftAdvice: 'Nobody is contacted before it is launched. Go on writing it.',
  decide: (count: number) => `Decide about ${formatNumber(count)}`,
} as const

/** How far sending is. */
export const progressText = {
  sending: 'Handing people over to the agents',
  stands: 'Handed over to the agents',
  keepsGoing: 'Goes on when you close this page.',
  paused: 'Sending is paused. Resume to go on.',
  scheduled: 'Sending starts at the start date.',
  held: 'Everybody else is contacted when their contact hours begin.',
  sendingPaused: 'All sending is paused by an admin',
  sendingPausedAdvice: (reason: string) =>
    `${reason}. Nothing goes out in any campaign until an admin turns sending on again.`,
  nextTry: 'next try',
  unseen: (count: number) =>
    `It is not confirmed yet that the agents have ${countOf(count, 'person', 'people')}. Rollcall looks again by itself.`,
  undecided: (count: number) =>
    `${countOf(count, 'person needs', 'people need')} your decision: it is not known whether they were contacted.`,
} as const

/** The table of recipients. */
export const recipientText = {
  search: 'Search recipients',
  name: 'Name',
  noName: 'No name',
  phone: 'Phone',
  delivery: 'Delivery',
  reason: 'Reason',
  status: 'Status',
  lastMessage: 'Last message',
  them: 'Them',
  agent: 'Agent',
  talk: 'Talk',
  talked: (messages: number, calls: number) =>
    `${countOf(messages, 'message', 'messages')}, ${countOf(calls, 'call', 'calls')}`,
  lastContact: 'Last contact',
  emptyTitle: 'Nobody here yet',
  emptyAdvice: 'The people of this campaign stand here as soon as it is launched.',
  unknownReason: (code: string) => `Reason “${code}”`,
} as const

/** Why somebody of the audience is not contacted, in a word or two. */
export const exclusionText: Readonly<Record<string, string>> = {
  opted_out: 'Opted out',
  invalid_number: 'Number can’t be used',
  no_number: 'No number',
  duplicate_number: 'Same number twice',
  contacted_before: 'Contacted before',
  cool_down: 'Resting',
  active_elsewhere: 'In another campaign',
  contact_cap: 'Contact limit reached',
  removed: 'Taken out by hand',
  stopped: 'Campaign stopped',
  window_over: 'Campaign ended',
  expired: 'Expired',
}

/** The campaign as it was written. */
export const setupText = {
  targets: 'Targets',
  noTargets: 'There are no targets.',
  matrices: 'Questions and scripts',
  noMatrices: 'There are no questions or scripts.',
  goal: { text: 'Text', number: 'Number', boolean: 'Yes or no' },
  movesTo: (column: string) => `Moves people to ${column}`,
  whatsapp: 'WhatsApp',
  call: 'Call',
  about: 'Channels and period',
  channels: 'Channels',
  starts: 'Starts',
  ends: 'Ends',
  hours: 'Contact hours',
  expiry: 'Unsent tasks expire',
  expiryHours: (hours: number | null) =>
    hours === null
      ? 'As the agency has set (7 days)'
      : `${formatNumber(hours)} hours after the start`,
  errors: 'Pauses itself above',
  errorShare: (percent: number | null) =>
    percent === null ? 'As the agency has set (20 % errors)' : `${percent} % errors`,
  atLaunch: 'At launch',
  open: 'When everybody has answered, or you stop it',
  ground: 'Purpose and consent',
  purpose: 'Purpose',
  consent: 'Consent basis',
  disclosure: 'AI disclosure',
  waived: (reason: string) => `Not needed: ${reason}`,
  missing: 'Not given',
  messages: 'Messages and prompts',
  firstMessageChat: 'First WhatsApp message',
  firstMessageCall: 'Opening of the call',
  promptChat: 'Chat prompt',
  promptCall: 'Call prompt',
  payload: 'What was sent with every batch',
  payloadNote: 'The tasks (session and phone number of each person) are added batch by batch.',
  campaignKey: 'Known to the agents as',
} as const

/** What the consent bases are called. */
export const consentText = {
  '': 'Not given',
  consent: 'Consent',
  'legitimate-interest': 'Legitimate interest',
  contract: 'Contract',
} as const

/** What happened to the campaign. */
export const activityText = {
  batches: 'Batches',
  batch: 'Batch',
  state: 'State',
  people: 'People',
  attempts: 'Attempts',
  answer: 'Last answer',
  changed: 'Changed',
  moved: 'carries the rest of an earlier batch',
  noBatches: 'Nothing was sent yet',
  noBatchesAdvice: 'After the launch, the people are sent in batches that you can follow here.',
  confirmedAnswer: 'The agents took them, and their conversations are there.',
  changes: 'Latest status changes',
  noChanges: 'No status has changed yet.',
  to: 'to',
  byPerson: 'by a person',
  byAgents: 'by what the agents found out',
  batchState: {
    waiting: 'Waiting',
    sending: 'Being sent',
    unconfirmed: 'Not confirmed',
    confirmed: 'Confirmed',
    failed: 'Failed',
    closed: 'Closed',
  },
} as const
