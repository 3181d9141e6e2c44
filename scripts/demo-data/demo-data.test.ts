import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseSessionId } from '../../src/domain/campaign/session-id.ts'
import { parseChatMessage } from '../../src/domain/conversation/parse-chat-message.ts'
import { optIntent } from '../../src/domain/suppression/opt-intent.ts'
import { evidenceOfObjective } from '../../src/domain/status/status-evidence.ts'
import { demoCalls } from './backend/calls.ts'
import { demoConversations } from './backend/chats.ts'
import { demoEvents } from './backend/events.ts'
import { saidAgo } from './backend/said-ago.ts'
import { demoNumbers } from './backend/sessions.ts'
import { demoPhone, OTHER_NAMES, RECIPIENT_NAMES } from './demo-people.ts'
import { LEDGER } from './frontend/ledger.ts'
import { demoRecordIds } from './frontend/tables.ts'
import { demoChatRows } from './load-backend.ts'

/** @param duration `HH:MM:SS` */
function toSeconds(duration: string | null): number | null {
  if (duration === null) return null
  return duration.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0)
}

const noTime = () => '2026-01-01T00:00:00.000Z'

test('the frontend has 129 records of twelve kinds', () => {
  const counts = Object.fromEntries(demoRecordIds().map(({ kind, ids }) => [kind, ids.length]))
  expect(counts).toEqual({
    jobs: 2,
    candidates: 13,
    'candidate notes': 11,
    campaigns: 2,
    'campaign candidates': 60,
    'campaign targets': 3,
    'campaign matrices': 8,
    datasets: 3,
    'dataset candidates': 21,
    'call records': 1,
    'WhatsApp messages': 3,
    'campaign notes': 2,
  })
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(129)
})

test('every record has an id of its own, which every database and zod take for one', () => {
  const ids = demoRecordIds().flatMap((kind) => kind.ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true)
})

test('the backend has 58 chat messages, none twice, so that each is found again', () => {
  const rows = demoChatRows(noTime)
  expect(rows).toHaveLength(58)
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(58)
})

test('all numbers are Ofcom’s for fiction, in the ledger and in session ids', () => {
  const sessions = [
    ...demoConversations(noTime).map((one) => one.sessionId),
    ...demoNumbers().map((one) => one.session_id),
  ]
  const digits = sessions.flatMap((id) => parseSessionId(id)?.digits ?? [])
  for (const one of [...LEDGER.map(demoPhone), ...digits])
    expect(one).toMatch(/^\+?447700900\d{3}$/)
})

test('names belong to one person each', () => {
  const names = [...RECIPIENT_NAMES, ...Object.values(OTHER_NAMES)]
  expect(RECIPIENT_NAMES).toHaveLength(60)
  expect(new Set(names).size).toBe(names.length)
})

test('one person’s history has chats, a voicemail, a conversation and dated objectives', () => {
  const id = 'plumberlondon_k3m9x2qd7_447700900100'
  expect(demoConversations(noTime).find((one) => one.sessionId === id)?.messages).toHaveLength(14)
  const calls = demoCalls(noTime).filter((call) => call.session_id === id)
  expect(calls.map((call) => call.transcript?.split('\n').length)).toEqual([2, 9])
  const events = demoEvents(noTime).filter((event) => event.session_id === id)
  expect(events.map((event) => event.objective)).toContain('interview_scheduled')
})

test('every answer of the demo follows the words or the call that brought it', () => {
  const now = Date.UTC(2026, 0, 20)
  const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString()
  const chats = demoConversations(minutesAgo)
  const calls = demoCalls(minutesAgo)
  const events = demoEvents(minutesAgo).map((event, index) => {
    const chat = chats.find((one) => one.sessionId === event.session_id)
    const times = chat === undefined ? [] : saidAgo(chat).map(minutesAgo)
    const messages = (chat?.messages ?? []).map((message, at) => {
      const { direction } = parseChatMessage(message)
      return { id: at + 1, at: times[at] ?? null, isFromCandidate: direction === 'inbound' }
    })
    const cited = evidenceOfObjective(
      { eventId: index },
      {
        events: [
          {
            id: index,
            objectiveKey: event.objective,
            value: event.new_value,
            at: event.occurred_at,
            source: event.source,
          },
        ],
        calls: calls
          .filter((call) => call.session_id === event.session_id)
          .map((call) => ({
            id: call.call_id,
            startedAt: call.called_at,
            durationSeconds: toSeconds(call.duration),
            personAnswered: true,
          })),
        messages,
      },
    )
    const at = Number(cited.evidence?.id)
    const shown = cited.evidence?.kind === 'message' ? chat?.messages[at - 1] : undefined
    return { event, kind: cited.evidence?.kind, shown: JSON.stringify(shown) }
  })
  const restsOn = (kind: string) =>
    events.filter((one) => one.kind === kind).map(({ event }) => event.objective)
  expect(restsOn('event')).toEqual(['interested', 'interview_scheduled'])
  expect(restsOn('call')).toEqual(['interview_scheduled', 'matrix_references', 'hired'])
  const daniel = events.find(({ event }) => event.new_value === 'Blue CSCS card, valid until 2028')
  expect(daniel?.shown).toContain('Blue CSCS card')
  const declined = events.find(({ event }) => event.objective === 'rejected')
  expect(declined?.shown).toContain('Ok then no thanks')
})

test('some chats stand alone: without session, of the older shape, of nobody, or of no one at all', () => {
  const known = new Set(demoNumbers().map((one) => one.session_id))
  const alone = demoConversations(noTime).filter(({ sessionId }) => !known.has(sessionId))
  expect(alone.map((one) => one.sessionId.replace(/\d{12}/, '<phone>'))).toEqual([
    'plumberlondon_k3m9x2qd7_<phone>__Postgres_Chat_Memory',
    'plumberlondon_k3m9x2qd7_<phone>',
    'plumberlondon_<phone>',
    'plumberlondon_k3m9x2qd7_<phone>',
    'test-webhook-chat',
  ])
})

test('among the chats are hidden tool rows, unreadable rows and one STOP', () => {
  const messages = demoChatRows(noTime).map((row) => parseChatMessage(row.message))
  expect(messages.filter((message) => message.kind === 'tool').length).toBeGreaterThan(1)
  expect(messages.filter((message) => message.kind === 'unreadable').length).toBeGreaterThan(0)
  const stops = messages.filter(
    (message) => message.direction === 'inbound' && optIntent(message.text) === 'stop',
  )
  expect(stops).toHaveLength(1)
})
