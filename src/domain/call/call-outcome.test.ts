import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallFacts } from './call-facts.ts'
import { ANSWERERS, callOutcome, DISPOSITIONS, personAnswered } from './call-outcome.ts'
import { parseTranscript } from './parse-transcript.ts'
import { TRANSPORTS } from './transport.ts'

const TALK = parseTranscript('Agent: Hi Sam\nUser: Yes, I am interested')
const MONOLOGUE = parseTranscript('Agent: Hi Sam, are you there?')
const MAILBOX = parseTranscript('User: Please leave a message after the tone\nAgent: Hi Sam')

function outcome(facts: Partial<CallFacts>) {
  return callOutcome({
    status: 'completed',
    analysis: null,
    durationSeconds: null,
    transcript: [],
    ...facts,
  })
}

test('a talk with the candidate is a conversation', () => {
  const analysis = { disconnection_reason: 'user_hangup', in_voicemail: false }
  expect(outcome({ analysis, transcript: TALK, durationSeconds: 61 })).toEqual({
    transport: 'ended',
    answeredBy: 'person',
    disposition: 'conversation',
    reason: 'The candidate ended the call.',
    endedBy: 'candidate',
  })
})

test.each([
  ['a flag', { analysis: { in_voicemail: true } }],
  ['a flag as text', { analysis: { custom: { voicemailDetected: 'yes' } } }],
  ['a nested flag', { analysis: { call_analysis: { in_voicemail: true, call_successful: true } } }],
  ['a reason', { analysis: { disconnection_reason: 'voicemail_reached' } }],
  ['a reason in JSON text', { analysis: '{"call":{"disconnectionReason":"voicemail_reached"}}' }],
  ['the status', { status: 'voicemail' }],
  [
    'the status against a reason',
    { status: 'voicemail', analysis: { end_reason: 'agent_hangup' } },
  ],
  ['machine detection', { analysis: { answered_by: 'machine_end_beep' } }],
  ["the agent's summary", { analysis: { outcome: 'Voicemail' } }],
])('a voicemail that ended as completed is no conversation: %s', (_sign, facts) => {
  const found = outcome({ transcript: TALK, durationSeconds: 30, ...facts })
  expect(found).toMatchObject({ answeredBy: 'machine', disposition: 'voicemail' })
  expect(personAnswered(found)).toBe(false)
})

test('a mailbox greeting is recognised, unless the provider says it was a person', () => {
  expect(outcome({ transcript: MAILBOX }).disposition).toBe('voicemail')
  expect(outcome({ transcript: MAILBOX, analysis: { in_voicemail: false } }).disposition).toBe(
    'conversation',
  )
})

test('a person who talks of messages is no mailbox', () => {
  const transcript = parseTranscript('User: You can leave a message with my wife\nUser: Bye')
  expect(outcome({ transcript }).disposition).toBe('conversation')
})

test.each([
  ['dial_no_answer', 'no-answer', 'ended'],
  ['dial_busy', 'busy', 'ended'],
  ['user_declined', 'declined', 'ended'],
  ['dial_failed', 'failed', 'failed'],
  ['invalid_destination', 'failed', 'failed'],
  ['marked_as_spam', 'failed', 'failed'],
])('%s reached nobody: %s', (disconnection_reason, disposition, transport) => {
  const found = outcome({ status: 'ended', analysis: { disconnection_reason } })
  expect(found).toMatchObject({ answeredBy: 'nobody', disposition, transport })
  expect(personAnswered(found)).toBe(false)
})

test.each([
  ['no-answer', 'no-answer'],
  ['No Answer', 'no-answer'],
  ['busy', 'busy'],
  ['cancelled', 'failed'],
])('the reason may stand in the status: %s', (status, disposition) => {
  expect(outcome({ status }).disposition).toBe(disposition)
})

test.each([
  ['pending', 'pending'],
  ['dispatched', 'pending'],
  ['initiated', 'pending'],
  ['in_progress', 'in-progress'],
  ['ongoing', 'in-progress'],
])('%s is not over', (status, transport) => {
  const found = outcome({ status, transcript: TALK })
  expect(found).toMatchObject({ transport, disposition: 'pending', answeredBy: 'unknown' })
})

test('a reason ends a call whose status was left behind', () => {
  const analysis = { disconnection_reason: 'agent_hangup' }
  expect(outcome({ status: 'in_progress', analysis, transcript: TALK })).toMatchObject({
    transport: 'ended',
    disposition: 'conversation',
    endedBy: 'agent',
  })
})

test('ended without an analysis is pending, not unanswered', () => {
  expect(outcome({ status: 'ended', durationSeconds: 40 })).toMatchObject({
    transport: 'ended',
    disposition: 'pending',
  })
  expect(outcome({ status: 'ended', analysis: {}, durationSeconds: 0 }).disposition).toBe(
    'no-answer',
  )
})

test('hanging up without a word is answered, but no conversation', () => {
  const analysis = { disconnection_reason: 'user_hangup' }
  const found = outcome({ analysis, transcript: MONOLOGUE, durationSeconds: 40 })
  expect(found).toMatchObject({ answeredBy: 'person', disposition: 'hung-up' })
  expect(personAnswered(found)).toBe(true)
})

test('without a transcript the length tells a hang-up from a conversation', () => {
  const analysis = { disconnection_reason: 'user_hangup' }
  expect(outcome({ analysis, durationSeconds: 4 }).disposition).toBe('hung-up')
  expect(outcome({ analysis, durationSeconds: 90 }).disposition).toBe('conversation')
})

test('an agent that talks to silence has reached nobody known', () => {
  const analysis = { disconnection_reason: 'inactivity' }
  const found = outcome({ analysis, transcript: MONOLOGUE, durationSeconds: 40 })
  expect(found).toMatchObject({
    answeredBy: 'unknown',
    disposition: 'no-answer',
    endedBy: 'system',
  })
})

test('a wrong number was answered, but not by the candidate', () => {
  const analysis = { custom_analysis_data: { wrong_number: true }, end_reason: 'user_hangup' }
  const found = outcome({ analysis, transcript: TALK })
  expect(found).toMatchObject({ answeredBy: 'person', disposition: 'wrong-number' })
  expect(personAnswered(found)).toBe(false)
})

test('a job declined in the analysis is not a call declined', () => {
  expect(outcome({ analysis: { outcome: 'declined' }, transcript: TALK }).disposition).toBe(
    'conversation',
  )
})

test('a talk that broke off is still a conversation', () => {
  const analysis = { disconnection_reason: 'error_llm_websocket_lost_connection' }
  expect(outcome({ status: 'error', analysis, transcript: TALK })).toMatchObject({
    transport: 'failed',
    disposition: 'conversation',
  })
  expect(outcome({ status: 'error', analysis }).disposition).toBe('failed')
})

const anyFacts = fc.record({
  status: fc.option(
    fc.oneof(
      fc.constantFrom('completed', 'failed', 'pending', 'voicemail', 'constructor'),
      fc.string(),
    ),
  ),
  analysis: fc.oneof(
    fc.anything(),
    fc.json(),
    fc.record({
      disconnection_reason: fc.constantFrom('user_hangup', 'dial_busy', 'agent_hangup', ''),
      in_voicemail: fc.constantFrom(true, false, null, 'yes'),
    }),
  ),
  durationSeconds: fc.option(fc.nat(600)),
  transcript: fc.constantFrom([], TALK, MONOLOGUE, MAILBOX),
})

test('whatever comes in, the three answers agree with each other', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const found = callOutcome(facts)
      expect(TRANSPORTS).toContain(found.transport)
      expect(ANSWERERS).toContain(found.answeredBy)
      expect(DISPOSITIONS).toContain(found.disposition)
      expect(found.reason).not.toBe('')
      expect(found.answeredBy === 'machine').toBe(found.disposition === 'voicemail')
      if (found.disposition === 'hung-up') expect(found.answeredBy).toBe('person')
      const nobody = ['busy', 'declined', 'pending', 'no-answer', 'voicemail', 'wrong-number']
      if (nobody.includes(found.disposition)) expect(personAnswered(found)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})
