import { expect, test } from 'vitest'
import { nextSession, type Session } from './next-session.ts'

const ROWAN = { userId: '1', email: 'rowan@example.com', mustChangePassword: false }
const SKYE = { ...ROWAN, userId: '2', email: 'skye@example.com' }
const SIGNED_IN: Session = { kind: 'signed-in', signIn: ROWAN }
const EXPIRED: Session = { kind: 'expired', signIn: ROWAN }

test('who is signed in is in, whoever asked before', () => {
  const out: Session = { kind: 'signed-out' }
  expect(nextSession(out, { type: 'refused' })).toEqual(out)
  expect(nextSession(out, { type: 'told', signIn: ROWAN })).toEqual(SIGNED_IN)
})

test('a refreshed token changes nothing for the page', () => {
  expect(nextSession(SIGNED_IN, { type: 'told', signIn: { ...ROWAN } })).toBe(SIGNED_IN)
})

test('a password that was handed over leads to another page until it is changed, and after it', () => {
  const handedOver = { ...ROWAN, mustChangePassword: true }
  const asked = nextSession(SIGNED_IN, { type: 'told', signIn: handedOver })
  expect(asked).toEqual({ kind: 'signed-in', signIn: handedOver })
  expect(nextSession(asked, { type: 'told', signIn: ROWAN })).toEqual(SIGNED_IN)
})

test('a sign-in that runs out in mid-work keeps the page, however it is noticed', () => {
  expect(nextSession(SIGNED_IN, { type: 'told', signIn: null })).toEqual(EXPIRED)
  expect(nextSession(SIGNED_IN, { type: 'refused' })).toEqual(EXPIRED)
})

test('the same person signing in again goes on', () => {
  expect(nextSession(EXPIRED, { type: 'told', signIn: ROWAN })).toEqual(SIGNED_IN)
})

test('another person never gets the page of the one before', () => {
  const replaced = { kind: 'replaced' }
  expect(nextSession(EXPIRED, { type: 'told', signIn: SKYE })).toEqual(replaced)
  expect(nextSession(SIGNED_IN, { type: 'told', signIn: SKYE })).toEqual(replaced)
})

test('who signs out is out, and the echo of it is not an expired sign-in', () => {
  const out = nextSession(SIGNED_IN, { type: 'left' })
  expect(out).toEqual({ kind: 'signed-out' })
  expect(nextSession(out, { type: 'told', signIn: null })).toEqual({ kind: 'signed-out' })
})
