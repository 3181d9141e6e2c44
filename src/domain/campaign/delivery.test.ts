import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accounting, DELIVERY_STATES } from './delivery.ts'
import { EXCLUSION_MESSAGES, EXCLUSION_REASONS, isExclusionReason } from './exclusion.ts'

test('sending still waits, unconfirmed was sent', () => {
  expect(accounting({ waiting: 5, sending: 3, unconfirmed: 2, confirmed: 10, held: 1 })).toEqual({
    planned: 21,
    sent: 12,
    held: 1,
    excluded: 0,
    failed: 0,
    waiting: 8,
  })
})

test('planned is the sum of its parts and of all recipients, whatever the counts', () => {
  const counts = fc.record(
    Object.fromEntries(DELIVERY_STATES.map((state) => [state, fc.nat(1_000_000)])),
  )
  fc.assert(
    fc.property(counts, (snapshot) => {
      const { planned, ...parts } = accounting(snapshot)
      const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
      expect(planned).toBe(sum(Object.values(parts)))
      expect(planned).toBe(sum(Object.values(snapshot)))
    }),
  )
})

test('every reason has words of its own', () => {
  const messages = EXCLUSION_REASONS.map((reason) => EXCLUSION_MESSAGES[reason])
  expect(new Set(messages).size).toBe(EXCLUSION_REASONS.length)
  expect(isExclusionReason('opted_out')).toBe(true)
  expect(isExclusionReason('toString')).toBe(false)
})
