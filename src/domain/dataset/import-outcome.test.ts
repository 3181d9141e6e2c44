import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { E164 } from '../phone/e164.ts'
import { countOutcomes, duplicateRows, outcomeAddsUp, ROW_OUTCOMES } from './import-outcome.ts'

const anyRow = fc.record({
  row: fc.nat(100),
  e164: fc.nat(9).map((digit) => `+44770090010${digit}` as E164),
})
const anyRows = fc.uniqueArray(anyRow, { selector: ({ row }) => row })

test('outcomes are counted by kind', () => {
  expect(countOutcomes(['created', 'duplicate', 'created', 'rejected'])).toEqual({
    read: 4,
    created: 2,
    linked: 0,
    updated: 0,
    duplicates: 1,
    rejected: 1,
  })
})

test('whatever became of the rows, the account adds up to those read', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ROW_OUTCOMES)), (outcomes) => {
      const counted = countOutcomes(outcomes)
      expect(counted.read).toBe(outcomes.length)
      expect(outcomeAddsUp(counted)).toBe(true)
      expect(outcomeAddsUp({ ...counted, rejected: counted.rejected + 1 })).toBe(false)
    }),
  )
})

test('the first row of a number stands, later ones name it', () => {
  const sam = '+447700900100' as E164
  const ana = '+447700900101' as E164
  const rows = [
    { row: 4, e164: sam },
    { row: 2, e164: sam },
    { row: 3, e164: ana },
    { row: 9, e164: sam },
  ]
  expect([...duplicateRows(rows)]).toEqual([
    [4, 2],
    [9, 2],
  ])
})

test('rows that are no duplicates have each number once, and none is lost', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const repeats = duplicateRows(rows)
      const kept = rows.filter(({ row }) => !repeats.has(row)).map(({ e164 }) => e164)
      expect(new Set(kept).size).toBe(kept.length)
      expect(new Set(kept)).toEqual(new Set(rows.map(({ e164 }) => e164)))
      for (const [row, first] of repeats) expect(first).toBeLessThan(row)
    }),
  )
})
