import { formatNumber } from './locale.ts'
import { countOf } from './plural.ts'

/** A board's columns: adding, changing, ordering and deleting them. */
export const columnText = {
  add: 'Add column',
  menu: (name: string) => `Actions for column ${name}`,
  edit: 'Name, colour, meaning',
  addRight: 'Add a column to the right',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  selectAll: (count: number) =>
    count === 1 ? 'Select its card' : `Select all ${formatNumber(count)}`,
  delete: 'Delete column',
  grip: (name: string) => `Move column ${name}`,
  gripHint: 'Drag, or use the left and right arrow keys',
  moved: (name: string, place: number, count: number) =>
    `${name} is column ${formatNumber(place)} of ${formatNumber(count)}.`,
  orderFailed: 'The columns could not be moved; they are as they were',
  orderConflict: 'Somebody else moved the columns meanwhile; this is their order.',
  postHire: 'Counts as hired',
} as const

/** The form of a column. */
export const columnFormText = {
  titleAdd: 'Add column',
  titleEdit: (name: string) => `Column ${name}`,
  name: 'Name',
  nameMissing: 'Give the column a name.',
  nameTooLong: 'Keep the name under 60 characters.',
  colour: 'Colour',
  colours: {
    gray: 'Grey',
    blue: 'Blue',
    amber: 'Amber',
    violet: 'Violet',
    teal: 'Teal',
    green: 'Green',
    red: 'Red',
    pink: 'Pink',
  },
  postHire: 'Comes after hiring',
  postHireHint: 'Who stands here counts as hired.',
  add: 'Add column',
  save: 'Save',
  notAdded: 'The column was not added',
  notSaved: 'The column was not saved',
  conflict: 'Somebody else changed this column meanwhile',
  conflictNow: (name: string, colour: string, postHire: boolean) =>
    `Theirs: “${name}”, ${colour.toLowerCase()}${postHire ? ', after hiring' : ''}. Yours is in the form; save it all the same, or take theirs.`,
  takeTheirs: 'Take theirs',
} as const

/** Deleting a column. */
export const deleteColumnText = {
  title: (name: string) => `Delete column ${name}?`,
  empty: 'Nobody is in it.',
  cards: (count: number) =>
    `${countOf(count, 'card', 'cards')} in it ${count === 1 ? 'goes' : 'go'} to another column. The history says so.`,
  to: 'Cards go to',
  confirm: 'Delete column',
  done: (name: string, count: number) =>
    count === 0
      ? `Deleted column ${name}`
      : `Deleted column ${name}; ${countOf(count, 'card', 'cards')} moved`,
  failed: 'The column was not deleted',
  conflict: (name: string) =>
    `Somebody else changed it meanwhile; it is “${name}” now. Look again, then decide.`,
} as const
