import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

/** Words of the inbox. */
export const inboxText = {
  title: 'Inbox',
  views: 'Views of the inbox',
  view: {
    all: 'All',
    unread: 'Unread',
    waiting: 'Waiting for a person',
    interested: 'Interested',
    closing: 'Window closing',
    mine: 'Mine',
    'opted-out': 'Opted out',
  },
  /** A count that stopped at its limit. */
  atLeast: (count: number) => `${formatNumber(count)}+`,
  search: 'Search the inbox',
  campaign: 'Campaign',
  job: 'Job',
  channel: 'Channel',
  assignee: 'Assigned to',
  withMe: 'Me',
  withColleague: 'Any colleague',
  withNobody: 'Nobody',
  channels: { whatsapp: 'WhatsApp', call: 'Calls' },
  conversations: 'Conversations',
  more: 'Show more',
  markAllRead: 'Mark all as read',
  allRead: 'Everything counts as read',
  notMarked: 'Nothing was marked',
  unread: (messages: number, calls: number) =>
    [
      messages > 0 ? countOf(messages, 'unread message', 'unread messages') : '',
      calls > 0 ? countOf(calls, 'new call', 'new calls') : '',
    ]
      .filter(Boolean)
      .join(', '),
  agent: 'Agent: ',
  call: 'Call: ',
  keys: 'Keys',
  waiting: {
    suggestion: 'The agent suggests another status',
    'taken-over': 'Taken over',
    asked: 'Asked something',
    unanswered: 'Nobody answers any more',
  },
  optedOut: 'Opted out',
  assignedTo: (name: string) => `With ${name}`,
  me: 'me',
  somebody: 'somebody who left',
  empty: {
    all: {
      title: 'No conversations yet',
      advice: 'Launch a campaign: what people write and say comes in here.',
    },
    unread: { title: 'Nothing unread', advice: 'You have seen everything people wrote and said.' },
    waiting: {
      title: 'Nobody waits for a person',
      advice:
        'Questions the agent leaves open, its suggestions and what you took over come in here.',
    },
    interested: {
      title: 'Nobody interested here yet',
      advice: 'Who says they are interested comes in here as the agents find out.',
    },
    closing: {
      title: 'No window closes soon',
      advice: 'Who wrote 22 to 24 hours ago comes in here: answer them while WhatsApp lets you.',
    },
    mine: {
      title: 'Nothing is assigned to you',
      advice: 'Take a conversation over, or assign it to yourself, and it stays here.',
    },
    'opted-out': {
      title: 'Nobody opted out',
      advice: 'Who asks to be left alone comes in here, and nobody contacts them any more.',
    },
  },
} as const

/** Words of what people do with a conversation. */
export const careText = {
  label: 'What to do with this conversation',
  takeOver: 'Take over',
  takenOver: (by: string) => `Taken over by ${by}`,
  agentTold: 'The agent is out.',
  agentNotTold: 'The agent is told as soon as it answers.',
  takeOverTitle: (name: string) => `Take over from the agent: ${name}`,
  takeOverWhat:
    'The agent stops writing and calling, for good. The conversation is assigned to you. Rollcall itself sends nothing: you go on from your own phone or WhatsApp.',
  outside:
    'More than 24 hours have passed since they last wrote. From a business account only an approved template reaches them; a call may be better.',
  maybeOutside:
    'It isn’t known when they last wrote. After 24 hours only an approved template reaches them from a business account; a call may be better.',
  andWhatsapp: 'Take over and open WhatsApp',
  andCall: 'Take over and call',
  only: 'Only take over',
  whatsapp: 'Open WhatsApp',
  call: 'Call',
  logged: { whatsapp: 'Opened WhatsApp to write to them.', call: 'Called them.' },
  noContact: 'They opted out. Nobody may contact them, so there is nobody to take over for.',
  settle: 'Done',
  settled: 'Done until they write again',
  assign: 'Assign',
  who: 'Who looks after this conversation',
  whoSearch: 'Name of a colleague',
  whoNone: 'Nobody of this office is called so.',
  myself: (name: string) => `Me (${name})`,
  you: 'you',
  nobody: 'Nobody',
  assigned: (name: string) => `Assigned to ${name}`,
  unassigned: 'Assigned to nobody',
  markUnread: 'Mark unread',
  failed: 'That was not saved',
  new: 'New',
  find: 'Search in this conversation',
  found: (place: number, count: number) => `${formatNumber(place)} of ${formatNumber(count)}`,
  foundNone: 'Not found',
  next: 'Next',
  previous: 'Previous',
  closes: (when: string) => `closes ${when}`,
} as const

/** Which keys do what in the inbox, for its hints and for a help sheet. */
export const inboxShortcuts = [
  { keys: ['j'], does: 'Next conversation' },
  { keys: ['k'], does: 'Previous conversation' },
  { keys: ['Enter'], does: 'Open the conversation' },
  { keys: ['Esc'], does: 'Close it, back to the list' },
  { keys: ['n'], does: 'Jump to the first unread message' },
  { keys: ['f'], does: 'Search in the conversation' },
  { keys: ['u'], does: 'Mark read or unread' },
  { keys: ['t'], does: 'Take over' },
  { keys: ['a'], does: 'Assign to me, or give back' },
  { keys: ['Shift', 'A'], does: 'Assign to a colleague' },
  { keys: ['e'], does: 'Done' },
  { keys: ['/'], does: 'Search the inbox' },
] as const
