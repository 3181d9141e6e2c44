import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

/** What the states of a campaign are called. */
export const campaignStateText = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  running: 'Running',
  paused: 'Paused',
  completed: 'Completed',
  stopped: 'Stopped',
  failed: 'Failed',
} as const

/** What each state means for the people in the campaign, where the campaign gives no reason itself. */
export const campaignStateMeaning = {
  draft: 'Nobody is contacted before you launch it.',
  scheduled: 'It starts by itself at its start date.',
  running: 'People are being contacted, and conversations are going on.',
  paused: 'Nobody new is contacted. Conversations that began go on.',
  completed: 'Everybody was handed over to the agents. Conversations may still go on.',
  stopped: 'Its conversations were ended. It can’t be started again.',
  failed: 'It could not go on by itself.',
} as const

/** How far a recipient's task has got. */
export const deliveryText = {
  waiting: 'Waiting',
  held: 'Held back',
  sending: 'Being sent',
  unconfirmed: 'Not confirmed',
  confirmed: 'Sent',
  failed: 'Failed',
  excluded: 'Excluded',
} as const

/** A task that the agents took and whose conversation is not seen yet. */
export const handedOverText = 'Handed over'

/** The channels a campaign may use. */
export const channelText = { whatsapp: 'WhatsApp', call: 'Call', email: 'E-mail' } as const

/** The numbers of a campaign. */
export const campaignNumberText = {
  planned: 'Planned',
  sent: 'Sent',
  waiting: 'Waiting',
  held: 'Held back',
  excluded: 'Excluded',
  failed: 'Failed',
  answered: 'Answered',
  interested: 'Interested',
  interview: 'Interview',
  hired: 'Hired',
  funnel: 'How far people got',
  funnelNote:
    'Out of all whom it was sent to. Answered: wrote back or took a call. Each step counts those who got further, too.',
  accounting: 'Where everybody is',
  reasons: 'What the numbers are made of',
  sentParts: { confirmed: 'confirmed', unconfirmed: 'not confirmed yet' },
  firstOpens: 'the first',
  cost: (total: string) => `Estimated cost ${total}`,
  costEach: (each: string) => `, ${each} per interested candidate`,
  costOf: (conversations: number, minutes: number) =>
    `By your prices: ${countOf(conversations, 'conversation', 'conversations')} and ${countOf(minutes, 'minute', 'minutes')} of calls`,
  accountingNote: 'Planned = sent + waiting + held back + excluded + failed.',
  behind: (count: number, what: string, name: string) =>
    `${formatNumber(count)} ${what.toLowerCase()} in ${name}`,
} as const

/** The list of campaigns. */
export const campaignListText = {
  title: 'Campaigns',
  newCampaign: 'New campaign',
  search: 'Search campaigns',
  state: 'State',
  job: 'Job',
  name: 'Name',
  trend: 'New interest',
  lastContact: 'Last contact',
  never: '–',
  emptyTitle: 'No campaigns yet',
  emptyAdvice:
    'A campaign asks people about one job, by WhatsApp or phone. Choose a job and who to ask; nobody is contacted before you launch.',
} as const
