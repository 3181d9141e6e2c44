import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

const people = (count: number) => countOf(count, 'person', 'people')
const rows = (count: number) => countOf(count, 'row', 'rows')

/** The list of pools. */
export const datasetListText = {
  title: 'Datasets',
  search: 'Search pools',
  name: 'Pool',
  description: 'Description',
  source: 'Came from',
  members: 'People',
  withoutPhone: 'Without phone',
  created: 'Created',
  office: 'Office',
  newPool: 'New pool',
  importCsv: 'Import CSV',
  emptyTitle: 'No pools yet',
  emptyAdvice:
    'A pool is a list of people you may contact. Import a CSV with names and phone numbers, or make an empty pool and add people by hand.',
  sources: { csv: 'CSV file', manual: 'Added by hand', imported: 'Earlier system' },
} as const

/** Making a pool, and what a pool can be asked to do. */
export const poolText = {
  newTitle: 'New pool',
  name: 'Name',
  namePlaceholder: 'Plumbers, London',
  noName: 'Give the pool a name.',
  description: 'Description',
  descriptionAdvice: 'Where these people come from, and what they agreed to.',
  create: 'Create pool',
  created: 'Pool created',
  createFailed: 'The pool was not created',
  noOffice: 'You belong to no office yet. Ask an admin to add you to one.',
  delete: 'Delete pool',
  deleteTitle: 'Delete this pool?',
  deleteBody: (name: string, count: number) =>
    `“${name}” and its list of ${people(count)} are deleted for good. The people stay on boards and in campaigns they are part of.`,
  deleteDrafts: (names: readonly string[]) => {
    const named = names.slice(0, 5).join(', ')
    const more = names.length > 5 ? ` and ${formatNumber(names.length - 5)} more` : ''
    const lose = countOf(names.length, 'draft loses', 'drafts lose')
    return `${lose} these people: ${named}${more}.`
  },
  draftsUnknown: 'Whether drafts of campaigns use it could not be read.',
  deleted: 'Pool deleted',
  deleteFailed: 'The pool was not deleted',
  export: 'Export CSV',
  exportFailed: 'The pool was not exported',
} as const

/** The people of one pool. */
export const memberText = {
  title: 'People',
  search: 'Search people',
  count: people,
  name: 'Name',
  phone: 'Phone',
  noPhone: 'No phone',
  unsure: 'Check this number: it is in no range known to be in use.',
  email: 'E-mail',
  postcode: 'Postcode',
  location: 'Location',
  trade: 'Trade',
  blueCard: 'Blue card',
  greenCard: 'Green card',
  tags: 'Tags',
  notes: 'Notes',
  added: 'Added',
  yes: 'yes',
  no: 'no',
  emptyTitle: 'Nobody in this pool yet',
  emptyAdvice: 'Import a CSV with names and phone numbers, or add people one by one.',
  add: 'Add person',
  addTitle: 'Add a person',
  noName: 'There is no name. Add one, so that it is clear who is contacted.',
  oddEmail: 'This is not an e-mail address. Correct it, or leave the field empty.',
  countryAdvice: (country: string) => `Numbers without a country code are read as ${country}.`,
  exists: (name: string) => `This number is in the pool already, as ${name}.`,
  addFailed: 'The person was not added',
  remove: 'Remove from pool',
  removeTitle: (count: number) => `Remove ${people(count)} from this pool?`,
  removeBody: 'They stay on boards and in campaigns they are part of.',
  removeFailed: 'Nobody was removed',
} as const

/** Importing a file. */
export const importText = {
  title: 'Import CSV',
  choose: 'Choose a file',
  dropTitle: 'Drop a CSV file here',
  dropAdvice:
    'Or choose it, or paste cells from a spreadsheet. It needs a name and a phone number for everybody.',
  pasted: 'Pasted cells',
  reading: (name: string) => `Reading ${name}`,
  another: 'Choose another file',
  facts: (count: number, encoding: string, delimiter: string) =>
    `${rows(count)} · ${encoding} · cells between ${delimiter}`,
  encodings: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16',
    'windows-1252': 'Windows-1252',
  },
  delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as Readonly<
    Record<string, string>
  >,
  otherDelimiter: 'signs',
  delimiter: 'Between cells',
  detect: 'As detected',
  delimiterNames: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' },
  hasHeaders: 'The first row names the columns',
  into: 'Pool',
  intoNew: 'Name of the new pool',
  mapping: 'What each column holds',
  mappingAdvice: 'Rollcall guessed from the headers and remembers what you correct.',
  column: 'Column in the file',
  example: 'Example',
  field: 'Becomes',
  notImported: 'Not imported',
  country: 'Country of numbers without a code',
  needPhone: 'Choose which column holds the phone number.',
  needName: 'Choose which column holds the name.',
  preview: 'What the rows will become',
  previewing: 'Checking every row',
  counts: (good: number, repeated: number, faulty: number) =>
    `${people(good)} · ${rows(repeated)} with a number from further up · ${rows(faulty)} with faults`,
  unsure: (count: number) =>
    `${countOf(count, 'number is', 'numbers are')} in no range known to be in use. They are imported with a warning.`,
  showFirst: 'First rows',
  showFaulty: (count: number) => `With faults (${formatNumber(count)})`,
  faultyLimit: (shown: number) => `The first ${formatNumber(shown)} are shown.`,
  row: 'Row',
  given: 'In the file',
  result: 'Becomes',
  repeats: (row: number) => `Same number as row ${formatNumber(row)}`,
  start: (count: number) => `Import ${rows(count)}`,
  running: 'Importing rows',
  runningNote: 'You may go to other pages; keep this tab open until it is done.',
  waiting: (seconds: number) =>
    `No answer just now. Trying again within ${countOf(seconds, 'second', 'seconds')}; nothing is lost.`,
  stopped: 'The import has stopped',
  stoppedAdvice: (sent: number, total: number) =>
    `${formatNumber(sent)} of ${rows(total)} are in. Go on where it stopped; no row is imported twice.`,
  goOn: 'Go on',
  interrupted: (name: string) => `The import of ${name} was interrupted`,
  interruptedAdvice: (total: number) =>
    `Its ${rows(total)} are kept on this device until it is done. Go on where it stopped; no row is imported twice.`,
  putAside: 'Put it aside',
  becomes: (created: number, linked: number, updated: number) =>
    `${people(created)} new to your offices · ${people(linked)} known, new to this pool · ${people(updated)} in this pool already, gaps are filled`,
  becomesWaiting: 'Comparing with who is known',
  becomesNew: 'New',
  becomesLinked: 'Known already',
  becomesUpdated: 'In this pool already',
  finished: (name: string) => `${name} is imported`,
  outcome: {
    created: 'New people',
    linked: 'Known already, new to this pool',
    updated: 'In this pool already, gaps filled',
    duplicate: 'Number repeated',
    rejected: 'Rejected',
  },
  sum: (read: number) => `Together ${rows(read)}: every row of the file.`,
  sumWrong: (read: number, total: number) =>
    `${formatNumber(read)} of ${rows(total)} are accounted for. Tell an admin before you import this file again.`,
  download: 'Download rejected rows',
  downloadAdvice: 'Mend them in a spreadsheet, then import that file into the same pool.',
  rejectedName: (name: string) => `${name.replace(/\.[^.]*$/, '')} – rejected.csv`,
  problem: 'Problem',
  openPool: 'Open the pool',
  importMore: 'Import another file',
  inBackground: (sent: number, total: number) =>
    `Importing: ${formatNumber(sent)} of ${rows(total)}`,
  show: 'Show',
  viewer: 'You can look at pools but not import. Ask an admin to change your role.',
} as const

/** Files that can't be read: what it is, then what to do. */
export const unreadableText = {
  empty: ['This file is empty', 'Choose the file that holds the people.'],
  'no-rows': [
    'This file has headers but no rows',
    'Choose a file with at least one person below its headers.',
  ],
  'too-large': ['This file is larger than 100 MB', 'Split it and import the parts one by one.'],
  'not-opened': [
    'The file could not be opened',
    'It may have been moved, or be open elsewhere. Choose it again.',
  ],
  workbook: [
    'This is a workbook, not a CSV file',
    'Open it in your spreadsheet and save the sheet as “CSV UTF-8”.',
  ],
  pdf: ['This is a PDF, not a CSV file', 'Export the list as CSV from where it is kept.'],
  'web-page': [
    'This is a web page, not a CSV file',
    'Often it is a sign-in page saved by mistake. Sign in there and export again.',
  ],
  json: ['This is JSON, not a CSV file', 'Export the list as CSV instead.'],
  binary: ['This is not a text file', 'Choose a CSV file: one row per person.'],
  'open-quote': [
    'A quotation mark is out of place',
    'Rows after it can’t be told apart. Close or delete the mark, then choose the file again.',
  ],
} as const
