import { expect, test } from 'vitest'
import { describeDeliveryFailure, parseDeliveryFailure } from './delivery-failure.ts'

test.each([
  [131026, 'no-retry'],
  [131047, 'needs-template'],
  [131048, 'pause-campaign'],
  [131049, 'back-off-a-day'],
  [131050, 'suppress-marketing'],
])('error %i asks for %s', (code, consequence) => {
  const failure = describeDeliveryFailure(code)
  expect(failure).toMatchObject({ code, consequence })
  expect(failure.reason).not.toContain(String(code))
})

test("an unknown code keeps the provider's words", () => {
  expect(describeDeliveryFailure(131000, 'Something went wrong').reason).toBe(
    'Not delivered: Something went wrong (error 131000)',
  )
  expect(describeDeliveryFailure(null).reason).toBe('WhatsApp could not deliver this message.')
})

test.each([
  [{ errors: [{ code: 131047, title: 'Re-engagement message' }] }],
  [{ error: { code: 131047 } }],
  [{ error: 131047 }],
  [{ error: '(#131047) Re-engagement message' }],
  [{ error_code: '131047' }],
])('the code is found in %j', (fields) => {
  expect(parseDeliveryFailure(fields).code).toBe(131047)
})

test('a failure that is only words has no code', () => {
  expect(parseDeliveryFailure({ error: 'number blocked' })).toMatchObject({
    code: null,
    reason: 'Not delivered: number blocked',
  })
})
