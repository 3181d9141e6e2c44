/** The hours as SQL decides them at the claim, against the pure rules of src/domain/hours. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CallingWindow, isWithin, nextOpening } from '../../src/domain/hours/calling-window.ts'
import { type FreshDatabase, freshFrontend } from '../support/fresh-database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshFrontend()
})
afterAll(() => database.dispose())

// Zones whose rules both sides have known for years; what a decree changed lately, one may not know yet.
const ZONES = [
  'Europe/London',
  'Europe/Warsaw',
  'Europe/Bucharest',
  'Atlantic/Azores',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Jerusalem',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC',
]
/** Days before clocks change somewhere in that list, and plain ones. */
const DAYS = ['2026-03-06', '2026-03-27', '2026-04-03', '2026-04-22', '2026-07-14']
const LATER_DAYS = ['2026-09-04', '2026-09-25', '2026-10-23', '2026-10-29', '2027-02-05']

type Case = { window: CallingWindow; at: string; zone: string }

const clockTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'))
const anyCase: fc.Arbitrary<Case> = fc.record({
  window: fc.record({
    from: clockTime,
    to: fc.oneof(clockTime, fc.constant('24:00')),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  }),
  at: fc
    .tuple(fc.constantFrom(...DAYS, ...LATER_DAYS), fc.nat(4 * 86_400))
    .map(([day, seconds]) => new Date(Date.parse(day) + seconds * 1000).toISOString()),
  zone: fc.constantFrom(...ZONES),
})

async function decideInSql(cases: readonly Case[]) {
  return database.sql<{ open: boolean; opens_at: Date }[]>`
    select private.is_open_at(x.w, x.at, x.zone) as open, private.next_opening(x.w, x.at, x.zone) as opens_at
    from rows from (jsonb_to_recordset(${database.sql.json(
      cases.map(({ window, at, zone }) => ({ w: window, at, zone })),
    )}) as (w jsonb, at timestamptz, zone text)) with ordinality as x(w, at, zone, nth) order by nth`
}

test('SQL and the pure rules agree in every zone, over gaps, overlaps and midnights', async () => {
  await fc.assert(
    // By seed, so that what failed is one line and not two hundred cases.
    fc.asyncProperty(fc.integer(), async (seed) => {
      const cases = fc.sample(anyCase, { seed, numRuns: 200 })
      const decided = await decideInSql(cases)
      cases.forEach(({ window, at, zone }, index) => {
        const { open, opens_at: opensAt } = decided[index] ?? {}
        expect({ window, at, zone, open, opensAt: opensAt?.toISOString() }).toEqual({
          window,
          at,
          zone,
          open: isWithin(window, at, zone),
          opensAt: nextOpening(window, at, zone),
        })
      })
    }),
    { numRuns: 15 },
  )
})

test.each([
  ['the clocks jump over its opening', '01:30', '20:00', '2026-03-29T00:10:00Z', '01:00:00.000Z'],
  ['it is swallowed by the jump', '01:10', '01:50', '2026-03-29T00:10:00Z', '00:10:00.000Z'],
  ['its hour comes twice', '00:30', '01:30', '2026-10-25T00:45:00Z', '01:00:00.000Z'],
  ['it crosses midnight', '22:00', '02:00', '2026-01-09T23:00:00Z', '23:00:00.000Z'],
])('where %s, SQL opens it as the rules do', async (_when, from, to, at, opens) => {
  const window = { from, to, days: [1, 2, 3, 4, 5, 6, 7] }
  const [decided] = await decideInSql([{ window, at, zone: 'Europe/London' }])
  expect(decided?.opens_at.toISOString()).toContain(opens)
  expect(decided?.opens_at.toISOString()).toBe(nextOpening(window, at, 'Europe/London'))
})

test.each([
  ['Australia/Lord_Howe', '2026-10-03T15:00:00Z', '2026-10-03T16:00:00.000Z'], // ahead by half an hour at 15:30
  ['Asia/Kolkata', '2026-10-03T15:00:00Z', '2026-10-03T21:30:00.000Z'],
  ['Asia/Kathmandu', '2026-10-03T15:00:00Z', '2026-10-03T21:15:00.000Z'],
])(
  'in %s, where half and quarter hours count, SQL opens to the minute',
  async (zone, at, opens) => {
    const window = { from: '03:00', to: '04:00', days: [1, 2, 3, 4, 5, 6, 7] }
    const [decided] = await decideInSql([{ window, at, zone }])
    expect(decided?.opens_at.toISOString()).toBe(opens)
    expect(nextOpening(window, at, zone)).toBe(opens)
  },
)

test.each(['Mars/Base', 'BST', 'UTC+3', '', 'Europe/London; drop'])(
  '%j is no zone that a campaign could be given',
  async (zone) => {
    const [row] = await database.sql`select private.is_time_zone(${zone}) as known`
    expect(row).toEqual({ known: false })
  },
)

test.each([
  '{}',
  '{"days": [], "from": "09:00", "to": "20:00"}',
  '{"days": [8], "from": "09:00", "to": "20:00"}',
  '{"days": [1], "from": "24:00", "to": "20:00"}',
  '{"days": [1], "from": "09:00"}',
  '[]',
])('%s is refused as hours', async (text) => {
  const [row] = await database.sql`select private.is_calling_window(${text}::text::jsonb) as known`
  expect(row).toEqual({ known: false })
})
