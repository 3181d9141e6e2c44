import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CampaignAccounting } from '../../../data/frontend/campaign-accounting.ts'
import { deliveryReason } from '../delivery-reason.ts'
import { toFunnelSteps } from './funnel-steps.ts'
import { toLaunchProgress } from './launch-progress.ts'

const NOTHING: CampaignAccounting = {
  planned: 0,
  sent: 0,
  confirmed: 0,
  unconfirmed: 0,
  acknowledged: 0,
  needsDecision: 0,
  takenAsSent: 0,
  held: 0,
  excluded: 0,
  failed: 0,
  waiting: 0,
  sending: 0,
  exclusions: {},
  holds: {},
  failures: {},
  doubts: {},
  batches: {},
  posted: true,
  nextAttemptAt: null,
  lastCode: null,
  heldUntil: null,
  sendingPaused: null,
  at: '2026-03-02T09:00:00Z',
}

const count = fc.nat(1_000)

test('no step of the funnel is smaller than the one after it', () => {
  const counts = fc.record({
    id: fc.constant('c'),
    contacted: count,
    interested: count,
    interview: count,
    hired: count,
    rejected: count,
    otherStatuses: count,
  })
  fc.assert(
    fc.property(counts, (summary) => {
      const values = toFunnelSteps(summary, []).map(({ value }) => value)
      expect(values).toEqual(values.toSorted((one, other) => other - one))
      expect(values[0]).toBe(
        summary.contacted +
          summary.interested +
          summary.interview +
          summary.hired +
          summary.rejected +
          summary.otherStatuses,
      )
    }),
  )
})

test('a launch that waits for its next try says until when and why', () => {
  const numbers = {
    ...NOTHING,
    planned: 10,
    excluded: 2,
    sent: 3,
    waiting: 5,
    nextAttemptAt: '2026-03-02T09:02:00Z',
    lastCode: 'connection_refused',
  }
  expect(toLaunchProgress('running', numbers)).toMatchObject({
    done: 3,
    total: 8,
    phase: 'retrying',
    nextAttemptAt: '2026-03-02T09:02:00Z',
    code: 'connection_refused',
  })
  const due = { ...numbers, nextAttemptAt: numbers.at }
  expect(toLaunchProgress('running', due)).toMatchObject({ phase: 'sending', nextAttemptAt: null })
  expect(toLaunchProgress('paused', numbers)?.phase).toBe('paused')
  expect(toLaunchProgress('running', { ...numbers, waiting: 0 })?.phase).toBe('settled')
  expect(toLaunchProgress('draft', NOTHING)).toBeNull()
})

test('what was wrong at the last attempt stays in sight while the next one is due or under way', () => {
  const numbers = { ...NOTHING, planned: 3, waiting: 3, lastCode: 'webhook_inactive' }
  expect(toLaunchProgress('running', numbers)?.code).toBe('webhook_inactive')
  expect(toLaunchProgress('running', { ...numbers, sending: 3 })?.code).toBe('webhook_inactive')
  expect(toLaunchProgress('running', { ...numbers, lastCode: 'changed' })?.code).toBeNull()
  expect(toLaunchProgress('paused', numbers)?.code).toBeNull()
})

test('who is in doubt has the reason of most beside it, unless nothing was wrong', () => {
  const doubts = { acknowledged: 9, answer_empty: 4, timeout: 1, needs_decision: 6 }
  const numbers = { ...NOTHING, planned: 20, sent: 20, unconfirmed: 20, needsDecision: 6, doubts }
  expect(toLaunchProgress('running', numbers)?.doubt).toBe('answer_empty')
  expect(toLaunchProgress('completed', numbers)?.doubt).toBe('answer_empty')
  expect(toLaunchProgress('paused', numbers)?.doubt).toBeNull()
  const fine = { ...numbers, doubts: { acknowledged: 20 } }
  expect(toLaunchProgress('running', fine)?.doubt).toBeNull()
})

test('where only held people are left, that is what it waits for; a pause of all sending is told', () => {
  const numbers = { ...NOTHING, planned: 4, sent: 1, held: 3, sendingPaused: 'A fault' }
  expect(toLaunchProgress('running', numbers)).toMatchObject({
    phase: 'held',
    sendingPaused: 'A fault',
  })
  expect(toLaunchProgress('running', { ...numbers, held: 0, sent: 4 })).toMatchObject({
    phase: 'settled',
    sendingPaused: null,
  })
})

test('what is looked for by itself is told apart from what a person must decide', () => {
  const numbers = { ...NOTHING, planned: 5, sent: 5, unconfirmed: 3, needsDecision: 1 }
  expect(toLaunchProgress('running', numbers)).toMatchObject({ unseen: 2, undecided: 1 })
})

test.each([
  [{ exclusionReason: 'opted_out', deliveryCode: null }, 'Opted out'],
  [{ exclusionReason: null, deliveryCode: 'connection_refused' }, 'Webhook not running'],
  [{ exclusionReason: null, deliveryCode: 'stopped' }, 'Campaign stopped'],
  [{ exclusionReason: null, deliveryCode: 'new_code' }, 'new_code'],
])('%j is told as %s', (recipient, short) => {
  expect(deliveryReason(recipient)?.short).toBe(short)
})

test('what went well needs no reason', () => {
  expect(deliveryReason({ exclusionReason: null, deliveryCode: null })).toBeNull()
})
