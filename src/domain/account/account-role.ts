/** What a person may do: all of it · what their offices do · look only. */
export const ACCOUNT_ROLES = ['admin', 'recruiter', 'viewer'] as const

export type AccountRole = (typeof ACCOUNT_ROLES)[number]
