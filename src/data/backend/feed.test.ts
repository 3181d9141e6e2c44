import { expect, test } from 'vitest'
import { AppError } from '../../lib/app-error.ts'
import { parseFeedAnswer } from './feed.ts'

const item = {
  session: 'plumberlondon_x1_447700900123',
  aliases: [],
  messages_from: 5,
  messages_to: null,
  last_part: true,
  messages: [{ id: 5, message: { type: 'human', content: 'Yes' }, seen_at: null }],
  info: null,
  campaigns: ['plumber-london_x1'],
  numbers: [],
  calls: [
    {
      call_id: 'c1',
      status: 'ended',
      called_at: null,
      duration_seconds: '83.500000',
      transcript: null,
      recording_url: null,
      analysis: { deep: [1] },
      batch_call_id: null,
    },
  ],
  events: [],
  template_of: 'plumber-london_x1',
  gone: false,
}

const answer = {
  cursor: { v: 1, page: null },
  mode: 'log',
  more: false,
  restored: false,
  triggers_ok: true,
  now: '2026-09-01T10:00:00+00:00',
  range: null,
  templates: { 'plumber-london_x1': { interested: { type: 'boolean' } } },
  sessions: [item],
}

test('an answer is read whole, and each item gets the template of its campaign', () => {
  const page = parseFeedAnswer(answer)
  expect(page.faults).toEqual([])
  expect(page.items[0]).toMatchObject({
    messagesFrom: 5,
    calls: [{ callId: 'c1', durationSeconds: 83.5, analysis: { deep: [1] } }],
    objectivesTemplate: { interested: { type: 'boolean' } },
  })
  expect(page.cursor).toEqual(answer.cursor)
})

test('an item that can not be read stands aside with its session, and the others come through', () => {
  const poison = { ...item, session: 'poison', numbers: [7] }
  const page = parseFeedAnswer({ ...answer, sessions: [item, poison, null, item] })
  expect(page.items).toHaveLength(2)
  expect(page.faults.map((fault) => fault.session)).toEqual(['poison', null])
  expect(page.faults[0]?.reason).toContain('numbers[0]')
  expect(page.faults[0]?.raw).toBe(poison)
})

test('the reason of a fault holds nothing of what the conversation says', () => {
  const poison = { ...item, messages: [{ id: 'x', message: 'secret words', seen_at: 3 }] }
  const [fault] = parseFeedAnswer({ ...answer, sessions: [poison] }).faults
  expect(fault?.reason).not.toContain('secret')
})

test('an answer of another shape is a contract fault, not an empty page', () => {
  const read = () => parseFeedAnswer({ ...answer, sessions: 'none' })
  expect(read).toThrow(AppError)
  expect(read).toThrow(/can not be read/)
})
