import { expect, test } from 'vitest'
import { readIntervalSeconds } from './interval-seconds.ts'

test.each([
  ['00:01:23.5', 83.5],
  ['1 day 02:00:00', 93_600],
  ['2 days', 172_800],
  ['1 mon', 2_592_000],
  ['-00:00:05', -5],
  ['100:00:00', 360_000],
])('%s', (text, seconds) => {
  expect(readIntervalSeconds(text)).toBe(seconds)
})

test('another notation is not guessed at', () => {
  expect(readIntervalSeconds('PT1M')).toBeNull()
})
