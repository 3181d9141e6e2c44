import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

/** People of an audience one by one: picked, left out, under one number. */
export const peopleText = {
  pickTitle: 'People picked by hand',
  pickSearch: 'Search people by name or number',
  pickAdvice: 'Anybody this office knows, wherever they stand.',
  nobodyFound: 'Nobody of this office fits.',
  moreFound: 'More people fit than are shown. Write more of the name or number.',
  add: (name: string) => `Pick ${name}`,
  take: (name: string) => `Take ${name} out`,
  picked: 'Picked by hand',
  removed: 'Taken out by hand',
  keepOut: (name: string) => `Leave ${name} out whatever else is chosen`,
  letIn: (name: string) => `Let ${name} in again`,
  gone: 'Not known to this office any more',
  noName: 'No name',
  leaveOut: 'Leave out',
  pick: 'Pick',
  undo: 'Put back',
  picking: (count: number) => `${countOf(count, 'person', 'people')} picked by hand`,
  removing: (count: number) => `${countOf(count, 'person', 'people')} taken out by hand`,
  narrow: 'Only some of the pools’ members',
  narrowAdvice: 'Leave both empty to ask all of them. Counts above are before this.',
  trade: 'Trade contains',
  tradePlaceholder: 'Plumber',
  place: 'Place contains, or postcode begins with',
  placePlaceholder: 'London, or SE1',
  poolOffice: 'Pools of the job’s office are offered.',
  contactedBefore: (count: number) =>
    `Whom ${countOf(count, 'earlier campaign', 'earlier campaigns')} has contacted already is left out.`,
  contactAgain: 'Let them in',
  sharedTitle: 'One number, several people',
  sharedAdvice: 'A number is contacted once. Choose whose name the agents use.',
  shared: (count: number) => countOf(count, 'shared number', 'shared numbers'),
  sources: {
    column: 'from a board',
    dataset: 'from a pool',
    person: 'picked by hand',
    segment: 'from a segment',
  },
  pages: (reason: string) => `People left out: ${reason}`,
} as const

/** Using targets and questions of an earlier campaign. */
export const reuseText = {
  open: 'Use earlier ones',
  title: 'Use targets and questions of an earlier campaign',
  campaign: 'Campaign',
  placeholder: 'Choose a campaign',
  launched: (when: string) => `launched ${when}`,
  version: (when: string) => `As ${when}.`,
  states: { new: 'New here', same: 'The same as here', other: 'Differs from yours' },
  replaces: 'Replaces yours',
  none: 'This campaign has no targets and no questions.',
  add: (count: number) => (count === 0 ? 'Use them' : `Use ${formatNumber(count)}`),
  added: (count: number) => `${countOf(count, 'part', 'parts')} taken over`,
} as const

/** What is different from the campaign a draft was copied from. */
export const diffText = {
  title: 'What changed',
  since: 'Compared with',
  nothing: 'Nothing: it says the same as the campaign it was copied from.',
  gone: 'The campaign it was copied from is not there any more.',
  before: 'Before',
  now: 'Now',
  kinds: { added: 'Added', removed: 'Removed', changed: 'Changed' },
  empty: '–',
} as const

/** A test to one's own phone. */
export const testSendText = {
  title: 'Try it on yourself',
  advice:
    'The agents contact your own phone as they would contact anybody here. It counts for nobody’s limits and stands in no list.',
  phone: 'Your phone number',
  oddPhone: 'This is no number that can be called',
  oddPhoneAdvice: 'Write it with its country code.',
  send: 'Send me a test',
  failed: 'The test was not sent',
} as const
