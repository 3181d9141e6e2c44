import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

/** Words of the log of calls. */
export const callLogText = {
  title: 'Calls',
  search: 'Search names and numbers',
  outcome: 'Outcome',
  duration: 'Duration',
  durations: {
    short: 'Under 30 seconds',
    medium: '30 seconds to 3 minutes',
    long: '3 minutes and more',
  },
  campaign: 'Campaign',
  when: 'Date',
  dates: { today: 'Today', week: 'Last 7 days', month: 'Last 30 days' },
  person: 'Person',
  ended: 'How it ended',
  recording: 'Recording',
  hasRecording: 'Has a recording',
  noTime: 'time not known',
  emptyTitle: 'No calls yet',
  emptyAdvice: 'Launch a campaign with calls: each one is listed here when it is over.',
} as const

/** Words of one call. */
export const callDetailText = {
  call: 'Call',
  conversation: 'Whole conversation',
  endedBy: {
    candidate: 'The candidate hung up',
    agent: 'The agent hung up',
    system: 'The line ended it',
  } as Readonly<Record<string, string>>,
  noConversation: 'A machine answered. This does not count as a conversation.',
  pendingTitle: 'This call is not over yet',
  pendingAdvice: 'Recording, transcript and analysis appear here by themselves.',
  overdueTitle: (hours: number) => `No result after ${countOf(hours, 'hour', 'hours')}`,
  overdueAdvice:
    'The voice provider never said what came of this call. Look it up there, or ask them yourself. What still comes shows up here.',
  analysisPending: 'The analysis comes some time after the call has ended.',
  analysis: 'Analysis',
  raw: 'As it came',
  transcript: 'Transcript',
  agent: 'Agent',
  unknownSpeaker: 'Speaker not known',
  estimated: 'The provider gave no times, so these are estimated from what was said.',
  seek: (clock: string) => `Play from ${clock}`,
  play: 'Play recording',
  player: (name: string) => `Recording of the call with ${name}`,
  noRecording: 'No recording was kept of this call.',
  expired: (when: string) =>
    `The recording expired ${when}. Ask the voice provider if it is kept elsewhere.`,
  expires: (when: string) => `The provider keeps this link working until ${when}.`,
  unavailable:
    'The recording can’t be played: the provider may have deleted it, or its link has expired. The transcript stays.',
  hostNotAllowed: (host: string) =>
    `Recordings from ${host} are not allowed here yet. An admin allows the host if it is your voice provider’s.`,
  allowHost: (host: string) => `Allow recordings from ${host}`,
  hostAllowed: 'Recordings from there can be played now',
  notAllowed: 'The host was not allowed',
  noted: 'Who plays a recording is noted.',
  plays: (count: number) => `Played ${countOf(count, 'time', 'times')}`,
  playsMost: (count: number) => `Last ${formatNumber(count)} times played`,
  somebody: 'Somebody who left',
} as const
