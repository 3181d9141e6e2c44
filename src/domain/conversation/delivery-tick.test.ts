import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deliveryTick, type DeliveryTimes } from './delivery-tick.ts'

const NONE: DeliveryTimes = { sentAt: null, deliveredAt: null, readAt: null, failedAt: null }
const EARLY = '2026-03-01T09:00:00Z'
const LATE = '2026-03-01T10:00:00Z'

test('nothing known, no tick', () => {
  expect(deliveryTick(NONE)).toBeNull()
})

test("a late 'sent' never clears 'failed'", () => {
  expect(deliveryTick({ ...NONE, failedAt: EARLY, sentAt: LATE })).toBe('failed')
})

test("a late 'sent' never takes back 'delivered' or 'read'", () => {
  expect(deliveryTick({ ...NONE, deliveredAt: EARLY, sentAt: LATE })).toBe('delivered')
  expect(deliveryTick({ ...NONE, readAt: EARLY, sentAt: LATE, deliveredAt: LATE })).toBe('read')
})

test('a delivery proves that a failure was overcome', () => {
  expect(deliveryTick({ ...NONE, failedAt: LATE, deliveredAt: EARLY })).toBe('delivered')
})

test('one more report never lowers the tick', () => {
  const ranks = [null, 'sent', 'failed', 'delivered', 'read']
  const time = fc.constantFrom(null, EARLY, LATE)
  const times = fc.record({ sentAt: time, deliveredAt: time, readAt: time, failedAt: time })
  const field = fc.constantFrom('sentAt', 'deliveredAt', 'readAt', 'failedAt')
  fc.assert(
    fc.property(times, field, (before, key) => {
      const after = { ...before, [key]: before[key] ?? LATE }
      const [low, high] = [before, after].map((known) => ranks.indexOf(deliveryTick(known)))
      expect(high).toBeGreaterThanOrEqual(low ?? 0)
    }),
  )
})
