/** The frontend's SQL takes the same numbers for spellings of one line as src/domain/phone; the domain is the reference. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { e164OfDigits, isE164 } from '../../src/domain/phone/e164.ts'
import { nationalVariants } from '../../src/domain/phone/national-variants.ts'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshFrontend()
})
afterAll(() => database.dispose())

const KNOWN =
  `+5511987654321 +551187654321 +551132654321 +5511912345678 +5215512345678 +525512345678
  +5491123456789 +541123456789 +447700900123 +551132 +521551234`.split(/\s+/)

/** Numbers of the countries that have two spellings, of others, and of lengths that have none. */
const drawn = fc
  .stringMatching(/^(?:55\d\d9?|521?|549?|44)[1-9]\d{6,9}$/)
  .map(e164OfDigits)
  .filter((found) => found !== null)

test('a line’s spellings are the number and its national variants, and all have one key', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const numbers = [...KNOWN.filter(isE164), ...fc.sample(drawn, { seed, numRuns: 300 })]
      const rows = await database.sql<{ phone: string; spellings: string[]; keys: number }[]>`
        select phone, private.phone_spellings(phone) as spellings,
          (select count(distinct private.phone_key(s)) from unnest(private.phone_spellings(phone)) s)::int as keys
        from unnest(${numbers}::text[]) with ordinality as x(phone, nth) order by nth`
      const expected = numbers.map((phone) => ({
        phone,
        spellings: [...new Set([phone, ...nationalVariants(phone)])].toSorted(),
        keys: 1,
      }))
      const found = rows.map((row) => ({ ...row, spellings: row.spellings.toSorted() }))
      expect(found).toEqual(expected)
    }),
    { numRuns: 5 },
  )
})
