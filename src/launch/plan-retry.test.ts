import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classifyAnswer } from './classify-answer.ts'
import { planAfterPost } from './plan-retry.ts'

function answered(status: number, body = '', retryAfterSeconds: number | null = null) {
  return classifyAnswer({ kind: 'answer', status, body, retryAfterSeconds }, 1)
}

const refused = classifyAnswer({ kind: 'not-sent', code: 'connection_refused' }, 1)

test('seven waits between eight attempts are three quarters of an hour at most', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7].map(
    (attempt) => planAfterPost(refused, attempt, () => 0.999999).retrySeconds,
  )
  expect(longest).toEqual([30, 60, 120, 240, 480, 900, 900])
})

test('what the receiver asked for is waited, up to an hour', () => {
  const waits = (seconds: number) => planAfterPost(answered(429, '', seconds), 1, () => 0.5)
  expect(waits(120).retrySeconds).toBe(120)
  expect(waits(0).retrySeconds).toBe(15)
  expect(waits(1_000_000).retrySeconds).toBe(3600)
})

test('a wrong setting pauses at once, with what to do', () => {
  const { pauseReason } = planAfterPost(answered(403, 'Authorization data is wrong!'), 1, () => 0)
  expect(pauseReason).toBe(
    'The agents’ webhook refused our credentials. (HTTP 403) ' +
      'Put the header that n8n expects into WEBHOOK_TOKEN_HEADER, then resume.',
  )
})

test('a 404 pauses only after some attempts, since n8n answers it while it starts', () => {
  const pauses = [1, 2, 3, 4, 5].map(
    (attempt) => planAfterPost(answered(404), attempt, () => 0).pauseReason !== null,
  )
  expect(pauses).toEqual([false, false, false, true, true])
})

test('what passes by itself never pauses, however often it comes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), (attempt) => {
      expect(planAfterPost(refused, attempt, () => 0).pauseReason).toBeNull()
    }),
  )
})
