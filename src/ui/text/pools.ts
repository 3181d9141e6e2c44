import { countOf } from './plural.ts'

const people = (count: number) => countOf(count, 'person', 'people')
const rows = (count: number) => countOf(count, 'row', 'rows')

/** What is done to many people of a pool at once. */
export const bulkText = {
  tag: 'Tag',
  tagTitle: (count: number) => `Tag ${people(count)}`,
  tags: 'Tags',
  tagsAdvice: 'Press Enter after each. Tags that somebody has already stay.',
  untag: 'Tags to take off',
  tagged: 'Tags changed',
  copy: 'Copy or move',
  copyTitle: (count: number) => `Copy or move ${people(count)}`,
  to: 'To the pool',
  noPools: 'There is no other pool. Make one first.',
  copyAction: 'Copy',
  moveAction: 'Move',
  copyAdvice:
    'Who is in that pool already is not doubled; gaps are filled. Moving takes them out of this pool; their cards and campaigns stay.',
  copied: (copied: number, there: number) =>
    there === 0
      ? `${people(copied)} added to the pool`
      : `${people(copied)} added to the pool, ${people(there)} were in it already`,
  campaign: 'Add to campaign',
  campaignTitle: (count: number) => `Add ${people(count)} to a campaign`,
  draft: 'Draft',
  noDrafts: 'There is no draft campaign. Start one, then come back; or choose this pool in it.',
  campaignAction: 'Add',
  added: (added: number, of: number) => `${people(added)} of ${people(of)} are new in the draft`,
  failed: 'That was not done',
} as const

/** The imports of a pool, and taking one back. */
export const undoImportText = {
  imports: 'Imports',
  empty: 'No file was imported into this pool.',
  states: { running: 'not finished', finished: 'finished', undone: 'undone' },
  account: (read: number, total: number, rejected: number) =>
    `${rows(read)} of ${rows(total)} read, ${rows(rejected)} rejected`,
  rejected: 'Rejected rows',
  rejectedFailed: 'The file was not made',
  undo: 'Undo import',
  title: (file: string) => `Undo the import of ${file}?`,
  remove: (count: number) => `${people(count)} will be removed from this pool.`,
  restore: (count: number) => `What it filled in for ${people(count)} will be emptied again.`,
  nothing: 'There is nothing to take back.',
  keep: 'These stay, because something happened since:',
  reasons: {
    launched: 'was launched in a campaign',
    board: 'is on a board',
    noted: 'has a note',
    changed: 'was changed by hand',
  },
  more: (count: number) => `and ${people(count)} more`,
  progress: (count: number) => `${people(count)} removed so far`,
  done: (count: number) => `Import undone: ${people(count)} removed`,
  failed: 'The import was not undone to the end',
} as const
