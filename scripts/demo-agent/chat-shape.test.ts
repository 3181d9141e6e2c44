import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSessionId } from '../../src/domain/campaign/session-id.ts'
import { parseChatMessage } from '../../src/domain/conversation/parse-chat-message.ts'
import {
  CHAT_SHAPES,
  chatSessionId,
  chatShapeOf,
  toStoredMessage,
  toToolMessages,
} from './chat-shape.ts'

const sessionIds = fc
  .integer({ min: 0, max: 999 })
  .map((number) => `plumberlondon_abc123xyz_447700900${String(number).padStart(3, '0')}`)

test.each(CHAT_SHAPES)('what is said in the shape %s is read as it was said', (shape) => {
  for (const speaker of ['agent', 'person'] as const) {
    const message = parseChatMessage(toStoredMessage(shape, speaker, 'Which card do you hold?'))
    expect(message).toMatchObject({
      direction: speaker === 'agent' ? 'outbound' : 'inbound',
      kind: 'text',
      hidden: false,
      text: 'Which card do you hold?',
    })
  }
})

test('the rows of a tool are hidden', () => {
  const rows = toToolMessages('call_1', 'job_details', 'Salary: £200 a day')
  expect(rows.map((row) => parseChatMessage(row).hidden)).toEqual([true, true])
})

test('a session’s rows stay its own, with the memory node’s suffix or without', () => {
  fc.assert(
    fc.property(sessionIds, (id) => {
      expect(toSessionId(chatSessionId(id))).toBe(id)
      expect(CHAT_SHAPES).toContain(chatShapeOf(id))
    }),
  )
})

test('among a hundred sessions every shape is met, and the suffix too', () => {
  const ids = Array.from({ length: 100 }, (_, n) => `plumberlondon_abc123xyz_447700900${100 + n}`)
  expect(new Set(ids.map(chatShapeOf)).size).toBe(CHAT_SHAPES.length)
  expect(ids.some((id) => chatSessionId(id) !== id)).toBe(true)
})
