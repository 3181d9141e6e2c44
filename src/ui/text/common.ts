import { formatNumber } from './locale.ts'

/** Words that every page shares. */
export const commonText = {
  appName: 'Rollcall',
  tryAgain: 'Try again',
  reload: 'Reload the page',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  copy: 'Copy',
  copied: 'Copied',
  dismiss: 'Dismiss',
  clear: 'Clear',
  loading: 'Loading',
  previous: 'Previous page',
  next: 'Next page',
  more: 'More',
} as const

/** Words around tables and lists. */
export const tableText = {
  selectAll: 'Select all rows on this page',
  selectRow: (name: string) => `Select ${name}`,
  selected: (count: number) => `${formatNumber(count)} selected`,
  clearSelection: 'Clear selection',
  bulkActions: 'Actions for the selected rows',
  rowActions: 'Actions',
  pages: (label: string) => `Pages of ${label}`,
  range: (from: number, to: number, total: number) =>
    `${formatNumber(from)}–${formatNumber(to)} of ${formatNumber(total)}`,
  noMatch: 'Nothing matches these filters',
  noMatchAdvice: 'Take a filter away to see more.',
  clearFilters: 'Clear filters',
  filters: 'Filters',
  removeFilter: (label: string) => `Remove the filter ${label}`,
  loadingRows: 'Loading rows',
} as const

/** Words around figures. */
export const figureText = {
  of: 'of',
  estimated: 'estimated',
  stale: 'not up to date',
  left: (count: number) => `${formatNumber(count)} left`,
  interestTrend: (sum: number, days: number, last: number) =>
    `${formatNumber(sum)} became interested in ${formatNumber(days)} days, ${formatNumber(last)} of them on the last`,
} as const

/** Words of the guard against losing what was entered. */
export const unsavedText = {
  title: 'Leave without saving?',
  body: 'What you entered on this page is not saved yet.',
  stay: 'Stay here',
  leave: 'Leave without saving',
} as const

/** Words of the phone number with its copy button. */
export const phoneText = {
  copy: (phone: string) => `Copy ${phone}`,
} as const

/** The first and the last day of a list. */
export const dayText = { from: 'From', to: 'Until' } as const
