/** What the statuses that every board has are called. A job's own columns bring their names. */
export const statusText = {
  'not-contacted': 'Not contacted',
  contacted: 'Contacted',
  interested: 'Interested',
  interview: 'Interview',
  hired: 'Hired',
  'started-work': 'Started work',
  rejected: 'Rejected',
} as const
