import type { Database } from '../../../src/data/frontend/database.types.ts'

type Tables = Database['public']['Tables']

/** A table of the frontend's database. */
export type FrontendTable = keyof Tables

/** A row as it is inserted; `id` is always ours. */
export type NewRow<Table extends FrontendTable> = Tables[Table]['Insert']

/** What rows of the demo refer to, found or made before them. */
export type DemoContext = {
  /** The moment so many minutes before the database's present one, in ISO 8601. */
  readonly minutesAgo: (minutes: number) => string
  readonly office: (name: DemoOffice) => string
  /** The id of a demo person by number. */
  readonly person: (number: number) => string
  readonly columnId: (jobNumber: number, key: string) => string
  readonly accounts: { readonly admin: string; readonly recruiter: string; readonly viewer: string }
}

export const DEMO_OFFICES = ['London', 'Manchester'] as const
export type DemoOffice = (typeof DEMO_OFFICES)[number]

export const HOURS = 60
export const DAYS = 24 * HOURS
