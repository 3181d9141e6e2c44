import { expect, test } from 'vitest'
import { afterTick, nextTickInMs, pause, resume, STARTED, TICK_EVERY_MS } from './schedule.ts'

const never = () => 0
const always = () => 1

test('a tick is due every half minute, and at once while there is more to read', () => {
  expect(nextTickInMs(STARTED, null, never)).toBe(30_000)
  expect(nextTickInMs(STARTED, { more: false }, never)).toBe(30_000)
  expect(nextTickInMs(STARTED, { more: true }, never)).toBe(200)
})

test('it pauses while any reason is there, not until one of them goes', () => {
  const hiddenAndOffline = pause(pause(pause(STARTED, 'hidden'), 'offline'), 'hidden')
  expect(nextTickInMs(hiddenAndOffline, null, never)).toBeNull()
  const offline = resume(hiddenAndOffline, 'hidden')
  expect(nextTickInMs(offline, null, never)).toBeNull()
  expect(nextTickInMs(resume(offline, 'offline'), null, never)).toBe(TICK_EVERY_MS)
})

test('failures make it wait longer, up to five minutes more, and a success forgets them', () => {
  let schedule = STARTED
  const waits = [1, 2, 3, 4, 5, 6].map(() => {
    schedule = afterTick(schedule, { state: 'failed' })
    return nextTickInMs(schedule, null, always)
  })
  expect(waits).toEqual([60_000, 90_000, 150_000, 270_000, 330_000, 330_000])
  schedule = afterTick(schedule, { state: 'done' })
  expect(nextTickInMs(schedule, null, always)).toBe(TICK_EVERY_MS)
})

test("somebody else's tick or a pause is no failure", () => {
  for (const state of ['fresh', 'busy', 'paused', 'conflict'] as const) {
    expect(afterTick(STARTED, { state }).failures).toBe(0)
  }
})
