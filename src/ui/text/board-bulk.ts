import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

const people = (count: number): string => countOf(count, 'person', 'people')

/** Whom a change is about: one by name, where it is known. */
export function whoWords(count: number, name: string | undefined): string {
  return count === 1 && name !== undefined && name !== '' ? name : people(count)
}

/** Changing the cards of a board together, or one of them in the same way. */
export const bulkText = {
  select: (name: string) => `Select ${name}`,
  selectAction: 'Select',
  unselectAction: 'Unselect',
  actions: 'Actions for the selected cards',
  selected: (count: number) => `${formatNumber(count)} selected`,
  clear: 'Clear selection',
  move: 'Move',
  reject: 'Reject',
  tags: 'Tags',
  assign: 'Assign',
  followUp: 'Follow up',
  campaign: 'Add to campaign',
  tagsAction: 'Change tags',
  assignAction: 'Assign to somebody',
  followUpAction: 'Set follow-up date',
  campaignAction: 'Add to a campaign',
  why: 'Why this status',
  selectedMenu: (count: number) => `With the ${formatNumber(count)} selected`,
  moved: (who: string, column: string) => `Moved ${who} to ${column}`,
  rejected: (who: string) => `Rejected ${who}`,
  tagged: (who: string) => `Changed the tags of ${who}`,
  assigned: (who: string, name: string) => `Assigned ${who} to ${name}`,
  unassigned: (who: string) => `${who} assigned to nobody`,
  followUpSet: (who: string, day: string) => `Follow-up on ${day} for ${who}`,
  followUpCleared: (who: string) => `No follow-up any more for ${who}`,
  nothing: 'Nothing to change: they were like that already',
  failed: 'The cards could not be changed; they are as they were',
  undoFailed: 'The change could not be taken back',
  undoLeft: (count: number) =>
    `${people(count)} changed again since, and stayed as they are. The others are back.`,
  readFailed: 'The cards could not be selected',
} as const

/** Some cards were changed by others meanwhile. */
export const leftText = {
  title: (count: number) => `${people(count)} changed meanwhile`,
  advice: 'They were left as they are now. Yours stands beside it.',
  gone: (count: number) =>
    count === 1
      ? '1 card is not on this board any more.'
      : `${formatNumber(count)} cards are not on this board any more.`,
  name: 'Name',
  now: 'Now',
  yours: 'You wanted',
  none: 'Nobody',
  noDay: 'No date',
  byAutomation: 'by the agents',
  leave: 'Leave them',
  anyway: 'Change them all the same',
  more: (count: number) => `and ${formatNumber(count)} more`,
} as const

/** The questions before cards are changed together. */
export const bulkDialogText = {
  rejectTitle: (who: string) => `Reject ${who}`,
  tagsTitle: (who: string) => `Tags of ${who}`,
  addTags: 'Add',
  addTagsHint: 'Press Enter after each',
  tagsInUse: 'Tags in use',
  removeTags: 'Take away',
  save: 'Save',
  assignTitle: (who: string) => `Assign ${who}`,
  colleague: 'Colleague',
  me: (name: string) => `${name} (you)`,
  nobody: 'Nobody',
  assign: 'Assign',
  followUpTitle: (who: string) => `Follow up with ${who}`,
  day: 'On',
  today: 'Today',
  tomorrow: 'Tomorrow',
  inThreeDays: 'In 3 days',
  nextWeek: 'In a week',
  clearDay: 'No follow-up',
  campaignTitle: (who: string) => `Add ${who} to a campaign`,
  draft: 'Campaign',
  newDraft: 'A new draft',
  name: 'Name of the campaign',
  nameHint: '“Plumber - London”',
  campaignHint: 'They join those picked by hand. Nobody is contacted before the launch.',
  noPhone: (count: number) =>
    `${people(count)} without a phone number can’t be contacted and stay out.`,
  add: 'Add',
  added: (count: number, name: string) => `Added ${people(count)} to ${name}`,
  addedNone: (name: string) => `All of them are in ${name} already`,
  addFailed: 'Nobody was added to the campaign',
  openDraft: 'Open it',
} as const
