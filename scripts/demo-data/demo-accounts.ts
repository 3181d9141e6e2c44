import type { DemoContext, DemoOffice } from './frontend/rows.ts'

/** Ids in `auth.users` of the demo's three accounts. */
export type DemoAccounts = DemoContext['accounts']

type DemoAccount = {
  readonly role: keyof DemoAccounts
  readonly email: string
  readonly name: string
  readonly offices: readonly DemoOffice[]
}

/** One person of each role. The names of their addresses belong to nobody (RFC 2606). */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    role: 'admin',
    email: 'demo@rollcall.example',
    name: 'Alex Admin',
    offices: ['London', 'Manchester'],
  },
  {
    role: 'recruiter',
    email: 'recruiter@rollcall.example',
    name: 'Robin Recruiter',
    offices: ['London', 'Manchester'],
  },
  { role: 'viewer', email: 'viewer@rollcall.example', name: 'Vic Viewer', offices: ['London'] },
]
