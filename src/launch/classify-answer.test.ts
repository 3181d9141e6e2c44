import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DELIVERY_MESSAGES, isDeliveryCode } from '../domain/campaign/delivery-code.ts'
import {
  classifyAnswer,
  LOST_CODES,
  NOT_SENT_CODES,
  type WebhookAnswer,
} from './classify-answer.ts'

const TASKS = 3

function answered(status: number, body: string, retryAfterSeconds: number | null = null) {
  return classifyAnswer({ kind: 'answer', status, body, retryAfterSeconds }, TASKS)
}

test('2xx JSON that accepted every task is accepted, known ones included', () => {
  const outcome = answered(200, '{"accepted": 3, "known": 1}')
  expect(outcome).toMatchObject({
    kind: 'accepted',
    code: 'acknowledged',
    acknowledgement: { accepted: 3, known: 1 },
  })
})

const INACTIVE = JSON.stringify({
  code: 404,
  message: 'The requested webhook "POST session-created" is not registered.',
  hint: 'The workflow must be active for a production URL to run successfully.',
})
const TEST_URL = JSON.stringify({
  code: 404,
  message: 'The requested webhook "session-created" is not registered.',
  hint: "Click the 'Execute workflow' button on the canvas, then try again.",
})

// Every row of the table in research: what n8n answers, what it means, and who acts.
test.each([
  ['an inactive or unknown path', 404, INACTIVE, 'refused', 'webhook_inactive', true, 4],
  ['a test address', 404, TEST_URL, 'refused', 'webhook_test_url', false, 1],
  ['a wrong token', 403, 'Authorization data is wrong!', 'refused', 'wrong_token', false, 1],
  ['a wrong signature', 403, 'Signature is wrong!', 'refused', 'wrong_signature', false, 1],
  [
    'a missing credential',
    500,
    'No authentication data defined on node!',
    'unconfirmed',
    'credential_missing',
    false,
    1,
  ],
  [
    'bad JSON',
    422,
    '{"message":"Failed to parse request body"}',
    'refused',
    'body_refused',
    false,
    1,
  ],
  [
    'too large a body',
    500,
    '{"message":"There was a problem executing the workflow"}',
    'unconfirmed',
    'workflow_problem',
    false,
    null,
  ],
  [
    'a store that is down',
    500,
    '{"message":"Error in workflow"}',
    'unconfirmed',
    'workflow_failed',
    false,
    null,
  ],
  [
    'a store that is down, respond immediately',
    200,
    '{"message":"Workflow was started"}',
    'unconfirmed',
    'workflow_started',
    false,
    null,
  ],
  ['a respond node never reached', 200, '', 'unconfirmed', 'answer_empty', false, null],
  [
    'a time-out of the workflow',
    500,
    '{"message":"The execution was cancelled because it timed out"}',
    'unconfirmed',
    'workflow_timed_out',
    false,
    null,
  ],
  [
    'its own database down',
    503,
    'Database is not ready!',
    'refused',
    'receiver_database_down',
    true,
    null,
  ],
  ['booting', 200, 'n8n is starting up. Please wait', 'refused', 'receiver_starting', true, null],
  [
    'booting, HTML',
    404,
    '<!DOCTYPE html><pre>Cannot POST</pre>',
    'refused',
    'webhook_not_found',
    true,
    4,
  ],
  ['a body above a proxy’s limit', 413, '', 'refused', 'too_large', false, 1],
  ['an address taken down', 410, '', 'refused', 'gone', false, 1],
  ['too many requests', 429, '', 'refused', 'rate_limited', true, null],
  ['a proxy’s 403', 403, '<html>', 'refused', 'forbidden', false, 1],
  ['a proxy’s 502', 502, '<html>', 'unconfirmed', 'server_error', false, null],
  ['a proxy’s 503', 503, '<html>', 'unconfirmed', 'server_error', false, null],
  ['HTML', 200, '<html>Sign in</html>', 'unconfirmed', 'answer_web_page', false, 1],
  ['a page', 200, '\n<!DOCTYPE html><title>n8n', 'unconfirmed', 'answer_web_page', false, 1],
  ['other words', 200, 'Thank you', 'unconfirmed', 'answer_unreadable', false, null],
  ['JSON of something else', 200, '{"ok":true}', 'unconfirmed', 'answer_unreadable', false, null],
  ['fewer tasks', 200, '{"accepted":2}', 'unconfirmed', 'accepted_other_count', false, null],
  ['more tasks', 200, '{"accepted":4}', 'unconfirmed', 'accepted_other_count', false, null],
  ['a number in words', 200, '{"accepted":"3"}', 'unconfirmed', 'answer_unreadable', false, null],
  ['a redirect', 302, '', 'unconfirmed', 'redirected', false, 1],
  ['a redirect that fetch hides', 0, '', 'unconfirmed', 'status_unclear', false, null],
  ['a request time-out', 408, '', 'unconfirmed', 'status_unclear', false, null],
  ['another 4xx', 400, '', 'unconfirmed', 'request_refused', false, 1],
] as const)('%s is told apart', (_case, status, body, kind, code, retryable, pausesFromAttempt) => {
  expect(answered(status, body)).toMatchObject({ kind, code, retryable, pausesFromAttempt })
})

test.each([
  ['connection_refused', true, null],
  ['address_not_found', true, null],
  ['connect_timeout', true, null],
  ['not_secure', false, 1],
  ['address_refused', false, 1],
] as const)('%s: surely nothing was sent', (code, retryable, pausesFromAttempt) => {
  const outcome = classifyAnswer({ kind: 'not-sent', code }, TASKS)
  expect(outcome).toMatchObject({ kind: 'refused', code, retryable, pausesFromAttempt })
})

const anyAnswer: fc.Arbitrary<WebhookAnswer> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    status: fc.integer({ min: 0, max: 999 }),
    body: fc.oneof(
      fc.string(),
      fc.json(),
      fc.integer({ min: -1, max: 5 }).map((accepted) => JSON.stringify({ accepted })),
      fc.constantFrom(INACTIVE, 'n8n is starting up. Please wait', 'Database is not ready!'),
    ),
    retryAfterSeconds: fc.option(fc.nat()),
  }),
  fc.record({ kind: fc.constant('not-sent' as const), code: fc.constantFrom(...NOT_SENT_CODES) }),
  fc.record({ kind: fc.constant('lost' as const), code: fc.constantFrom(...LOST_CODES) }),
)

test('every answer has a meaning and words for it', () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const outcome = classifyAnswer(answer, TASKS)
      expect(isDeliveryCode(outcome.code)).toBe(true)
      expect(DELIVERY_MESSAGES[outcome.code].message).not.toBe('')
    }),
  )
})

const SURELY_REFUSED = new Set([403, 404, 410, 413, 422, 429])

test('only what is surely refused or surely accepted is anything else than unconfirmed', () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      const { kind, acknowledgement } = classifyAnswer(answer, TASKS)
      if (kind === 'accepted') {
        expect(answer).toMatchObject({ kind: 'answer' })
        expect(acknowledgement?.accepted).toBe(TASKS)
      }
      if (kind !== 'refused' || answer.kind === 'not-sent') return
      if (answer.kind === 'lost') throw new Error('what was lost may have been taken')
      const surely =
        SURELY_REFUSED.has(answer.status) ||
        (answer.status === 503 && answer.body.includes('Database is not ready!')) ||
        (answer.status === 200 && answer.body.trim().startsWith('n8n is starting up'))
      expect(surely).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
