import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whatsappWindow } from './whatsapp-window.ts'

const INBOUND = '2026-03-01T09:00:00.000Z'

test.each([
  ['2026-03-01T09:00:01Z', 'open'],
  ['2026-03-02T07:00:00Z', 'open'],
  ['2026-03-02T07:00:01Z', 'closing'],
  ['2026-03-02T08:59:59Z', 'closing'],
  ['2026-03-02T09:00:00Z', 'closed'],
  ['2026-03-05T09:00:00Z', 'closed'],
] as const)('at %s a window opened on 1 March 09:00 is %s', (now, state) => {
  expect(whatsappWindow(INBOUND, now)).toEqual({ state, closesAt: '2026-03-02T09:00:00.000Z' })
})

test('without an inbound message it never opened', () => {
  expect(whatsappWindow(null, INBOUND)).toEqual({ state: 'never', closesAt: null })
  expect(whatsappWindow('yesterday', INBOUND).state).toBe('never')
})

test('a message at a time nobody knows makes it unknown, not closed and not never', () => {
  expect(whatsappWindow(null, INBOUND, true)).toEqual({ state: 'unknown', closesAt: null })
  expect(whatsappWindow(INBOUND, '2026-03-05T09:00:00Z', true).state).toBe('unknown')
  expect(whatsappWindow(INBOUND, '2026-03-01T10:00:00Z', true).state).toBe('open')
})

test('as time goes by it only closes', () => {
  const order = ['open', 'closing', 'closed']
  const hours = fc.double({ min: 0, max: 60, noNaN: true })
  fc.assert(
    fc.property(hours, hours, (a, b) => {
      const at = (h: number) => new Date(Date.parse(INBOUND) + h * 3_600_000).toISOString()
      const [early, late] = [Math.min(a, b), Math.max(a, b)].map((hour) =>
        order.indexOf(whatsappWindow(INBOUND, at(hour)).state),
      )
      expect(early).toBeLessThanOrEqual(late ?? -1)
    }),
  )
})
