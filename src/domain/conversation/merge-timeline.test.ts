import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTimeline, type TimelineCall, type TimelineMessage } from './merge-timeline.ts'

const exact = (id: number, at: string): TimelineMessage => ({ id, at, certainty: 'exact' })
const about = (id: number, at: string): TimelineMessage => ({ id, at, certainty: 'about' })
const untimed = (id: number): TimelineMessage => ({ id, at: null, certainty: 'none' })
const call = (id: string, startedAt: string | null): TimelineCall => ({ id, startedAt })

function show(messages: TimelineMessage[], calls: TimelineCall[], zone = 'Europe/London'): string {
  return mergeTimeline(messages, calls, zone)
    .map((item) =>
      item.kind === 'day' ? item.day : item.kind === 'call' ? item.call.id : item.message.id,
    )
    .join(' ')
}

test('a call stands between the messages it fell between', () => {
  const messages = [exact(1, '2026-03-01T09:00:00Z'), exact(2, '2026-03-01T11:00:00Z')]
  expect(show(messages, [call('c', '2026-03-01T10:00:00Z')])).toBe('2026-03-01 1 c 2')
})

test('messages keep the order of their ids, whatever their times say', () => {
  const messages = [exact(2, '2026-03-01T09:00:00Z'), exact(1, '2026-03-01T11:00:00Z')]
  expect(show(messages, [])).toBe('2026-03-01 1 2')
})

test('a message without a time stays with the one before it', () => {
  const messages = [exact(1, '2026-03-01T09:00:00Z'), untimed(2), exact(3, '2026-03-01T11:00:00Z')]
  expect(show(messages, [call('c', '2026-03-01T10:00:00Z')])).toBe('2026-03-01 1 2 c 3')
})

test('history read in one go does not push earlier calls before it', () => {
  const messages = [about(1, '2026-03-09T00:00:00Z'), exact(2, '2026-03-01T11:00:00Z')]
  expect(show(messages, [call('c', '2026-03-01T12:00:00Z')])).toBe('2026-03-01 1 2 c')
})

test('days break at midnight on the wall of the zone', () => {
  const messages = [exact(1, '2026-06-01T22:30:00Z'), exact(2, '2026-06-01T23:30:00Z')]
  expect(show(messages, [], 'Europe/London')).toBe('2026-06-01 1 2026-06-02 2')
  expect(show(messages, [], 'UTC')).toBe('2026-06-01 1 2')
})

test('calls without a time come last', () => {
  expect(show([untimed(1)], [call('b', null), call('a', '2026-03-01T10:00:00Z')])).toBe(
    '1 2026-03-01 a b',
  )
})

const anyTime = fc
  .integer({ min: 0, max: 400 })
  .map((hours) => new Date(Date.UTC(2026, 2, 20) + hours * 3_600_000).toISOString())
const anyMessages = fc.uniqueArray(
  fc.oneof(
    fc.record({ id: fc.nat(500), at: anyTime, certainty: fc.constantFrom('exact', 'about') }),
    fc.nat(500).map(untimed),
  ),
  { selector: (message) => message.id, maxLength: 20 },
)
const anyCalls = fc.uniqueArray(
  fc.record({ id: fc.string({ maxLength: 3 }), startedAt: fc.option(anyTime) }),
  { selector: (item) => item.id, maxLength: 8 },
)

test('every message and call appears once, in order of ids and of starts', () => {
  fc.assert(
    fc.property(anyMessages, anyCalls, (messages, calls) => {
      const items = mergeTimeline(messages, calls, 'Europe/London')
      const ids = items.flatMap((item) => (item.kind === 'message' ? [item.message.id] : []))
      expect(ids).toEqual(messages.map((message) => message.id).toSorted((a, b) => a - b))
      const starts = items.flatMap((item) =>
        item.kind === 'call' ? [item.call.startedAt ?? '9999'] : [],
      )
      expect(starts).toEqual(starts.toSorted())
      expect(starts).toHaveLength(calls.length)
    }),
  )
})

test('days ascend and never repeat', () => {
  fc.assert(
    fc.property(anyMessages, anyCalls, (messages, calls) => {
      const items = mergeTimeline(messages, calls, 'Europe/London')
      const days = items.flatMap((item) => (item.kind === 'day' ? [item.day] : []))
      expect(days).toEqual([...new Set(days)].toSorted())
    }),
  )
})

test('the order of the input does not matter', () => {
  fc.assert(
    fc.property(anyMessages, anyCalls, (messages, calls) => {
      const forwards = mergeTimeline(messages, calls, 'Europe/London')
      const backwards = mergeTimeline(messages.toReversed(), calls.toReversed(), 'Europe/London')
      expect(backwards).toEqual(forwards)
    }),
  )
})
