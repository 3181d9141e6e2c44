import { expect, test } from 'vitest'
import { DELIVERY_MESSAGES, isDeliveryCode } from './delivery-code.ts'

test('every code says what happened, and what to do', () => {
  for (const { message, hint } of Object.values(DELIVERY_MESSAGES)) {
    expect(message).toMatch(/^\S.*[.]$/)
    expect(hint).toMatch(/^[A-Z].*[.]$/)
  }
})

test('a code of the database is known or not, inherited names are not', () => {
  expect(isDeliveryCode('wrong_token')).toBe(true)
  expect(isDeliveryCode('toString')).toBe(false)
})
