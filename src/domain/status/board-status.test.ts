import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardStatus } from './board-status.ts'
import { STATUSES } from './standard-status.ts'

const ALL = STATUSES.map((status) => status.key)

test.each([
  ['interview', ALL, 'interview'],
  ['interview', ['not-contacted', 'interested', 'hired'], 'interested'],
  ['interview', ['contacted', 'screened', 'hired'], 'contacted'],
  ['rejected', ['not-contacted', 'contacted', 'hired'], 'contacted'],
  ['rejected', ['not-contacted', 'hired'], 'not-contacted'],
  ['contacted', ['rejected', 'hired'], null],
  ['second-interview', ['contacted', 'second-interview'], 'second-interview'],
  ['second-interview', ['not-contacted', 'contacted', 'hired'], 'contacted'],
  ['hired', [], null],
])('%s on a board of %j stands in %s', (derived, columns, expected) => {
  expect(boardStatus(derived, columns)).toBe(expected)
})

test('it never rises, never rejects, and stays where it is put', () => {
  const rankOf = (key: string) => STATUSES.find((status) => status.key === key)?.rank ?? 0
  fc.assert(
    fc.property(fc.constantFrom(...ALL), fc.subarray([...ALL, 'own']), (derived, columns) => {
      const column = boardStatus(derived, columns)
      if (column === null) return
      expect(columns).toContain(column)
      expect(rankOf(column)).toBeLessThanOrEqual(rankOf(derived))
      if (derived !== 'rejected') expect(column).not.toBe('rejected')
      expect(boardStatus(column, columns)).toBe(column)
    }),
  )
})
