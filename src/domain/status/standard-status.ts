/** The statuses every board knows, from the least to the furthest; `rejected` stands aside. */
export const STATUSES = [
  { key: 'not-contacted', label: 'Not contacted', rank: 0, isPostHire: false },
  { key: 'contacted', label: 'Contacted', rank: 1, isPostHire: false },
  { key: 'interested', label: 'Interested', rank: 2, isPostHire: false },
  { key: 'interview', label: 'Interview', rank: 3, isPostHire: false },
  { key: 'hired', label: 'Hired', rank: 4, isPostHire: false },
  { key: 'started-work', label: 'Started work', rank: 5, isPostHire: true },
  // Its rank is what it falls back to: who refused was contacted.
  { key: 'rejected', label: 'Rejected', rank: 1, isPostHire: false },
] as const

export type StandardStatus = (typeof STATUSES)[number]['key']

export const REJECTED: StandardStatus = 'rejected'

/** The standard status of that key, or undefined for a job's own column. */
export function standardStatus(key: string): (typeof STATUSES)[number] | undefined {
  return STATUSES.find((status) => status.key === key)
}
