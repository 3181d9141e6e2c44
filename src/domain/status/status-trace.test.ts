import { expect, test } from 'vitest'
import { resolveStatus } from './resolve-status.ts'
import type { SessionRecords } from './status-evidence.ts'
import { toFacts, type ObjectiveEvent } from './status-facts.ts'
import { DEFAULT_RULES } from './status-rule.ts'
import { traceFor } from './status-trace.ts'

const AT = '2026-03-01T09:05:00.000Z'
const call = (id: string, startedAt: string | null, durationSeconds: number | null = 300) => ({
  id,
  startedAt,
  durationSeconds,
  personAnswered: true,
})
const message = (id: number, at: string | null, isFromCandidate = true) => ({
  id,
  at,
  isFromCandidate,
})
const event = (source: string, at: string | null = AT): ObjectiveEvent => ({
  id: 7,
  objectiveKey: 'interested',
  value: true,
  at,
  source,
})

function trace(
  records: Partial<SessionRecords>,
  values: Record<string, boolean> = { interested: true },
) {
  const { events = [], calls = [], messages = [] } = records
  const objectives = toFacts(values, events)
  const inboundCount = messages.filter((each) => each.isFromCandidate).length
  const answeredCalls = calls.filter((each) => each.personAnswered).length
  const resolution = resolveStatus(DEFAULT_RULES, { objectives, inboundCount, answeredCalls })
  return traceFor(resolution, objectives, { events, calls, messages }, 3)
}

const during = call('call_a', '2026-03-01T09:02:00Z')
const before = message(4, '2026-03-01T09:01:00Z')

test.each(['call_a', 'retell:call_a', 'call call_a'])(
  'the call that the source %s names is exact evidence',
  (source) => {
    expect(trace({ events: [event(source, null)], calls: [during], messages: [before] })).toEqual({
      status: 'interested',
      objectiveKey: 'interested',
      ruleKind: 'objective',
      rulesVersion: 3,
      evidence: { kind: 'call', id: 'call_a', at: '2026-03-01T09:02:00Z' },
      certainty: 'exact',
    })
  },
)

test('the message that the source names is exact evidence', () => {
  expect(trace({ events: [event('chat:4')], calls: [during], messages: [before] })).toMatchObject({
    evidence: { kind: 'message', id: '4' },
    certainty: 'exact',
  })
})

test('the call that covers the time is inferred', () => {
  const calls = [call('call_z', '2026-03-01T08:00:00Z'), during]
  expect(trace({ events: [event('agent')], calls, messages: [before] })).toMatchObject({
    evidence: { kind: 'call', id: 'call_a' },
    certainty: 'inferred',
  })
})

test('what is written just after a call belongs to it', () => {
  const ended = call('call_a', '2026-03-01T09:00:00Z', 240)
  expect(trace({ events: [event('agent')], calls: [ended] })?.evidence?.kind).toBe('call')
  const longAgo = call('call_a', '2026-03-01T09:00:00Z', 60)
  expect(trace({ events: [event('agent')], calls: [longAgo] })?.evidence?.kind).toBe('event')
})

test("else it is the candidate's last message seen by then", () => {
  const messages = [
    message(3, '2026-03-01T08:00:00Z'),
    before,
    message(5, '2026-03-01T09:03:00Z', false),
    message(6, '2026-03-01T09:30:00Z'),
    message(7, null),
  ]
  expect(trace({ events: [event('agent')], messages })).toMatchObject({
    evidence: { kind: 'message', id: '4', at: '2026-03-01T09:01:00Z' },
    certainty: 'inferred',
  })
})

test('a source that names a channel rules the other out', () => {
  const records = { calls: [during], messages: [before] }
  expect(trace({ ...records, events: [event('chat')] })?.evidence?.kind).toBe('message')
  expect(trace({ calls: [], messages: [before], events: [event('voice')] })?.evidence?.kind).toBe(
    'event',
  )
})

test('without either the event itself is cited', () => {
  expect(trace({ events: [event('manual')] })).toMatchObject({
    evidence: { kind: 'event', id: '7', at: AT },
    certainty: 'exact',
  })
})

test('a value without an event has nothing to cite', () => {
  expect(trace({ calls: [during] })).toMatchObject({ evidence: null, certainty: 'inferred' })
})

test('signs of life cite the first of their kind', () => {
  const messages = [message(9, null), message(2, null, false), message(5, null)]
  expect(trace({ messages }, {})).toMatchObject({
    status: 'contacted',
    ruleKind: 'inbound',
    evidence: { kind: 'message', id: '5' },
    certainty: 'exact',
  })
  const calls = [call('late', '2026-03-02T09:00:00Z'), call('none', null), during]
  expect(trace({ calls }, {})).toMatchObject({ ruleKind: 'call', evidence: { id: 'call_a' } })
})

test('no status, no trace', () => {
  expect(trace({}, {})).toBeNull()
})
