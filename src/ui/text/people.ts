import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

const people = (count: number) => countOf(count, 'person', 'people')

/** Searching over everybody. */
export const peopleText = {
  title: 'People',
  search: 'Search people',
  name: 'Name',
  noName: 'No name',
  phone: 'Phone',
  noPhone: 'No phone',
  unsure: 'Check this number: it is in no range known to be in use.',
  email: 'E-mail',
  tags: 'Tags',
  tag: 'Tag',
  place: 'Known from',
  places: { board: 'A board', pool: 'A pool', campaign: 'A campaign' },
  on: (cards: number, pools: number, campaigns: number) =>
    [
      cards > 0 ? countOf(cards, 'job', 'jobs') : '',
      pools > 0 ? countOf(pools, 'pool', 'pools') : '',
      campaigns > 0 ? countOf(campaigns, 'campaign', 'campaigns') : '',
    ]
      .filter(Boolean)
      .join(' · '),
  last: 'Last change',
  optedOut: 'Opted out',
  said: 'Wrote',
  onThePhone: 'Said on the phone',
  count: (total: number, capped: boolean) =>
    capped
      ? `More than ${people(total)}; the first ${formatNumber(total)} are listed. Another word narrows it down.`
      : people(total),
  emptyTitle: 'Nobody here yet',
  emptyAdvice:
    'People come in with a CSV import, with cards on a board, and by hand. Import a pool to begin.',
  importCsv: 'Import CSV',
  noMatch: 'Nobody matches',
  noMatchAdvice:
    'Search by the beginning of a name, at least four digits of a phone, an e-mail address, a tag, or a word that was written or said.',
  duplicates: 'Duplicates',
} as const

/** One person's page. */
export const personText = {
  people: 'People',
  contact: 'Contact',
  mayContact: 'May be contacted',
  optedOut: 'Opted out: no campaign contacts this person',
  activeIn: (name: string) => `In contact now by ${name}`,
  activeElsewhere: 'In contact now by another office',
  coolDown: 'Cool-down until',
  lastContacted: 'Last contacted',
  contacts: (count: number) => `${countOf(count, 'time', 'times')} in all`,
  neverContacted: 'Never contacted by a campaign',
  otherNumbers: 'Other numbers',
  otherOffices: 'Another office knows this person too. What they have is theirs and not shown.',
  suppressions: 'Opt-outs',
  suppressionReasons: {
    opted_out: 'Asked not to be contacted',
    manual: 'Set by hand',
    wrong_number: 'Wrong number',
    erased: 'Erased before',
  } as Readonly<Record<string, string>>,
  lifted: 'lifted',
  jobs: 'On boards',
  pools: 'In pools',
  campaigns: 'In campaigns',
  notes: 'Notes',
  history: 'Status history',
  none: {
    jobs: 'On no board.',
    pools: 'In no pool.',
    campaigns: 'In no campaign.',
    notes: 'No notes yet. Notes are written on a card or in a conversation.',
    history: 'No status has changed yet.',
  },
  suggested: 'The agent suggests',
  by: { person: 'a person', automation: 'automation' },
  traffic: (messages: number, calls: number) =>
    `${countOf(messages, 'message', 'messages')} · ${countOf(calls, 'call', 'calls')}`,
  fromFile: (name: string) => `from ${name}`,
  export: 'Export',
  exportJson: 'All that is held, as JSON',
  exportCsv: 'All that is held, as CSV',
  csvHeaders: ['Part', 'Row', 'Field', 'Value'],
  exportFailed: 'Nothing was exported',
  exported: 'Exported, and noted in the audit log',
  erase: 'Erase person',
  eraseTitle: (name: string) => `Erase ${name}?`,
  eraseBody:
    'Cards, pool rows, notes, conversations, recordings’ links and transcripts of this person go from every office and from the agents’ side, for good. Campaigns keep a line without a name, so that their numbers add up. The number stays blocked.',
  eraseFailed: 'Nobody was erased',
  erased: 'Erased here; the agents’ side is told now',
  merges: 'Merged from',
  mergedFrom: (phone: string, cards: number, pools: number, campaigns: number) =>
    [phone, peopleText.on(cards, pools, campaigns)].filter(Boolean).join(' · '),
} as const

/** Where a person is. */
export const timeZoneText = {
  label: 'Time zone',
  fromOffice: 'From the office; a campaign may have its own.',
  fromPerson: 'Told by a person, for all campaigns.',
  change: 'Change',
  title: 'Where is this person?',
  advice: 'Campaigns contact them in hours by this clock, whatever the campaign’s or office’s.',
  notKnown: 'As the campaign or the office says',
  save: 'Save',
  saved: (zone: string) => `Time zone is now ${zone}`,
  takenBack: 'Time zone is the campaign’s or the office’s again',
  failed: 'The time zone was not changed',
} as const

/** Duplicates and merging. */
export const mergeText = {
  title: 'Duplicates',
  maybe: 'Maybe the same person',
  showMore: (count: number) => `Show ${countOf(count, 'more pair', 'more pairs')}`,
  reasons: {
    phone: 'Same line, written in two ways',
    email: 'Same e-mail',
    'name-postcode': 'Same name and postcode',
    identity: 'Same messenger account',
  },
  count: (total: number) => `${countOf(total, 'pair', 'pairs')} who may be one person`,
  keep: 'Keep as main',
  merge: 'Merge',
  mergeTitle: 'Merge these two?',
  mergeBody: (keep: string, gone: string) =>
    `Everything of ${gone} goes over to ${keep}: cards, pool rows, lines of campaigns, notes and conversations. Two lines of one campaign stay two. Where both are on one board or in one pool, they become one; a decision by a person stays. An opt-out of either holds for both. You can undo it on the person’s page.`,
  distinct: 'They are two people',
  distinctDone: 'They are not suggested again',
  distinctFailed: 'That was not saved',
  merged: 'Merged',
  failed: 'They were not merged',
  undo: 'Undo merge',
  undone: 'They are two people again',
  undoFailed: 'The merge was not undone',
  overtaken: 'One of these people was merged, parted or erased meanwhile.',
  reload: 'Look at how it stands now, then decide again.',
  emptyTitle: 'No duplicates found',
  emptyAdvice:
    'Rollcall compares numbers as Brazil, Mexico and Argentina write them, e-mail addresses, names at one postcode and messenger accounts.',
} as const
