import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineAt, lineTimes } from './line-times.ts'

const line = (text: string, startMs: number | null = null) => ({ text, startMs })

test('the provider’s own times are kept, and never go backwards', () => {
  const times = lineTimes([line('a', 0), line('b', 4000), line('c', 3000)], 60)
  expect(times).toEqual({ startsMs: [0, 4000, 4000], estimated: false })
})

test('without all of them, the duration is shared out by the length of what was said', () => {
  const { startsMs, estimated } = lineTimes([line('a'.repeat(38)), line('b'.repeat(88), 900)], 30)
  expect(estimated).toBe(true)
  expect(startsMs).toEqual([0, 10_000])
})

test('without a duration nothing is guessed', () => {
  expect(lineTimes([line('Hello')], null).startsMs).toEqual([null])
  expect(lineAt([null], 5000)).toBe(-1)
})

test('the line heard is the last that has begun', () => {
  expect([0, 999, 1000, 9000].map((ms) => lineAt([0, 1000, 5000], ms))).toEqual([0, 0, 1, 2])
})

test('estimates start at nothing, ascend, and stay inside the call', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 1 }),
      fc.integer({ min: 1, max: 7200 }),
      (texts, seconds) => {
        const { startsMs } = lineTimes(
          texts.map((text) => line(text)),
          seconds,
        )
        const numbers = startsMs.map(Number)
        expect(numbers[0]).toBe(0)
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
        expect(Math.max(...numbers)).toBeLessThanOrEqual(seconds * 1000)
      },
    ),
  )
})
