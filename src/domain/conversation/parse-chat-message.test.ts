import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIRECTIONS, isFromCandidate, MESSAGE_KINDS } from './chat-message.ts'
import { parseChatMessage } from './parse-chat-message.ts'

const LANGCHAIN = { additional_kwargs: {}, response_metadata: {} }

test("a human's message is inbound text without a time of its own", () => {
  expect(parseChatMessage({ type: 'human', content: 'Is it in Leeds?', ...LANGCHAIN })).toEqual({
    direction: 'inbound',
    kind: 'text',
    hidden: false,
    text: 'Is it in Leeds?',
    sentAt: null,
  })
})

test("an agent's message is outbound, its name kept", () => {
  const ai = { tool_calls: [], invalid_tool_calls: [], id: 'run-1', name: 'Kate', ...LANGCHAIN }
  expect(parseChatMessage({ type: 'ai', content: 'Hi Sam', ...ai })).toMatchObject({
    direction: 'outbound',
    kind: 'text',
    hidden: false,
    text: 'Hi Sam',
    senderName: 'Kate',
  })
})

test.each([
  ['{"output":{"message":"See you Tuesday"}}'],
  ['```json\n{"output":{"message":"See you Tuesday"}}\n```'],
  ['{"response":"See you Tuesday"}'],
  ['[Used tools: Tool: diary, Input: {"d":"[x"}, Result: [["free"]]] See you Tuesday'],
  ['[Used tools: Tool: a, Result: [[1]]] {"output":{"message":"See you Tuesday"}}'],
  ['{"output":"[Used tools: Tool: a, Result: {}] See you Tuesday"}'],
])('the agent is quoted, not its wrapping: %s', (content) => {
  expect(parseChatMessage({ type: 'ai', content })).toMatchObject({
    direction: 'outbound',
    kind: 'text',
    text: 'See you Tuesday',
  })
})

test('a structured answer is read from an object as from its text', () => {
  const content = { output: { message: 'Hello' } }
  expect(parseChatMessage({ type: 'ai', content })).toMatchObject({ kind: 'text', text: 'Hello' })
})

test('JSON that says nothing, and what a candidate writes, stay as they are', () => {
  expect(parseChatMessage({ type: 'ai', content: '{"score":4}' }).text).toBe('{"score":4}')
  expect(parseChatMessage({ type: 'human', content: '{"output":"x"}' }).text).toBe('{"output":"x"}')
})

test("the tools' note is kept apart from the text", () => {
  const stored = { type: 'ai', content: '[Used tools: Tool: diary, Input: {}, Result: ok] Done' }
  expect(parseChatMessage(stored)).toMatchObject({
    text: 'Done',
    toolNote: 'Used tools: Tool: diary, Input: {}, Result: ok',
  })
})

test('a note whose end is not to be found hides nothing', () => {
  const content = '[Used tools: Tool: a, Result: [oops and then the message'
  expect(parseChatMessage({ type: 'ai', content })).toMatchObject({ text: content, hidden: false })
})

test.each([
  [{ type: 'ai', content: [], tool_calls: [{ id: '1', name: 'diary', args: {} }] }, 'diary'],
  [{ type: 'ai', content: '', tool_calls: [{ id: '1', name: 'diary', args: {} }] }, 'diary'],
  [{ type: 'ai', content: null, tool_calls: [{ name: 'diary' }] }, 'diary'],
  [{ type: 'ai', content: [{ type: 'tool_use', name: 'diary', input: {} }] }, 'diary'],
  [{ type: 'tool', content: '"free"', tool_call_id: '1', name: 'diary' }, 'diary'],
  [{ type: 'function', content: 'free', name: 'diary' }, 'diary'],
  [{ type: 'ai', content: '[Used tools: diary]' }, 'Used tools: diary'],
  [
    {
      type: 'ai',
      additional_kwargs: { tool_calls: [{ function: { name: 'diary' } }] },
      content: '',
    },
    'diary',
  ],
])('tool steps are hidden: %j', (raw, toolNote) => {
  expect(parseChatMessage(raw)).toMatchObject({
    direction: 'internal',
    kind: 'tool',
    hidden: true,
    toolNote,
  })
})

test('a tool answer that is an object keeps its JSON', () => {
  expect(parseChatMessage({ type: 'tool', content: { free: true } }).text).toBe('{"free":true}')
})

test('words beside a tool call are shown', () => {
  const content = [
    { type: 'text', text: 'One moment' },
    { type: 'tool_use', name: 'diary' },
  ]
  expect(parseChatMessage({ type: 'ai', content })).toMatchObject({
    direction: 'outbound',
    kind: 'text',
    hidden: false,
    text: 'One moment',
    toolNote: 'diary',
  })
})

test('parts of a list are joined, pictures make it media', () => {
  const content = [
    { type: 'text', text: 'My card' },
    { type: 'image_url', image_url: { url: 'https://example.test/a.jpg' } },
    'front side',
  ]
  expect(parseChatMessage({ type: 'human', content })).toMatchObject({
    direction: 'inbound',
    kind: 'media',
    text: 'My card\nfront side',
    media: ['image'],
  })
})

test('a part of an unknown type leaves a mark beside the text', () => {
  const content = [{ type: 'text', text: 'Look' }, { type: 'hologram' }]
  expect(parseChatMessage({ type: 'ai', content }).text).toBe('Look\n[part that could not be read]')
})

test("LangChain v1's content blocks are read where there is no content", () => {
  const blocks = [
    { type: 'reasoning', reasoning: 'They asked for…' },
    { type: 'text', text: 'It is in Leeds' },
  ]
  expect(parseChatMessage({ type: 'ai', content_blocks: blocks })).toMatchObject({
    kind: 'text',
    text: 'It is in Leeds',
    hidden: false,
  })
  expect(parseChatMessage({ type: 'ai', content_blocks: blocks.slice(0, 1) })).toMatchObject({
    direction: 'internal',
    hidden: true,
  })
})

test.each([[{ type: 'system', content: 'Be kind' }], [{ type: 'remove', id: '3' }]])(
  'system notes and removals are hidden: %j',
  (raw) => {
    expect(parseChatMessage(raw)).toMatchObject({
      direction: 'internal',
      kind: 'system',
      hidden: true,
    })
  },
)

test('a generic message says its role elsewhere', () => {
  expect(parseChatMessage({ type: 'generic', role: 'user', content: 'Yes' }).direction).toBe(
    'inbound',
  )
  expect(parseChatMessage({ type: 'generic', role: 'assistant', content: 'Hi' }).direction).toBe(
    'outbound',
  )
})

test('what the chat page hides is hidden here, and is not from the candidate', () => {
  const raw = { type: 'human', content: 'context', additional_kwargs: { hideFromUI: true } }
  const message = parseChatMessage(raw)
  expect(message).toMatchObject({ direction: 'inbound', hidden: true })
  expect(isFromCandidate(message)).toBe(false)
  expect(isFromCandidate(parseChatMessage({ type: 'human', content: 'Yes' }))).toBe(true)
})

test.each([
  [{ type: 'human', data: { content: 'Yes', additional_kwargs: {} } }],
  [{ data: '{"type":"human","content":"Yes"}' }],
  ['{"type":"human","content":"Yes"}'],
  [JSON.stringify(JSON.stringify({ type: 'human', content: 'Yes' }))],
  [{ type: 'HumanMessage', content: 'Yes' }],
  [{ lc: 1, type: 'constructor', id: ['m', 'HumanMessage'], kwargs: { content: 'Yes' } }],
])('wrapped shapes are unwrapped: %j', (raw) => {
  expect(parseChatMessage(raw)).toMatchObject({ direction: 'inbound', kind: 'text', text: 'Yes' })
})

test('the flat shape has its own time, and a tick only if it is ours', () => {
  const flat = { text: 'Hello', timestamp: '2026-03-01T09:00:00+01:00', status: 'delivered' }
  expect(parseChatMessage({ sender: 'agent', ...flat })).toMatchObject({
    direction: 'outbound',
    sentAt: '2026-03-01T08:00:00.000Z',
    deliveryStatus: 'delivered',
  })
  expect(parseChatMessage({ sender: 'user', ...flat })).not.toHaveProperty('deliveryStatus')
  expect(
    parseChatMessage({ sender: 'agent', text: 'a', status: 'constructor' }),
  ).not.toHaveProperty('deliveryStatus')
})

test('a failed message says why', () => {
  const raw = { sender: 'agent', text: 'Hello', status: 'failed', errors: [{ code: 131026 }] }
  expect(parseChatMessage(raw)).toMatchObject({
    deliveryStatus: 'failed',
    failure: { code: 131026, consequence: 'no-retry' },
  })
})

test.each([
  [null],
  [17],
  ['hello'],
  [[]],
  [{}],
  [{ type: 'constructor', content: 'x' }],
  [{ type: 'human' }],
  [{ type: 'human', content: null }],
  [{ type: 'ai', content: [{ type: 'hologram' }] }],
  [{ sender: 'someone else', text: 'Hello' }],
])('anything else is shown as unreadable, with its JSON: %j', (raw) => {
  const message = parseChatMessage(raw)
  expect(message).toMatchObject({ kind: 'unreadable', hidden: false })
  expect(message.raw).toBe(typeof raw === 'string' ? raw : JSON.stringify(raw))
})

test('an unreadable message of a known sender keeps its direction and any plain text', () => {
  expect(parseChatMessage({ type: 'human' }).direction).toBe('inbound')
  expect(parseChatMessage({ sender: 'someone else', text: 'Hello' }).text).toBe('Hello')
})

test('an empty message is a message', () => {
  expect(parseChatMessage({ type: 'human', content: '' })).toMatchObject({ kind: 'text', text: '' })
})

test('very long texts are cut', () => {
  const { text } = parseChatMessage({ type: 'human', content: 'a'.repeat(2_000_000) })
  expect(text.length).toBe(50_000)
  expect(text.endsWith('…')).toBe(true)
})

test('nesting without end is unreadable, not an exception', () => {
  let nested: unknown = { type: 'human', content: 'x' }
  for (let depth = 0; depth < 50_000; depth += 1) nested = { data: nested }
  expect(parseChatMessage(nested).kind).toBe('unreadable')
})

const anyMessage = fc.oneof(
  fc.anything(),
  fc.json(),
  fc.record(
    {
      type: fc.oneof(fc.constantFrom('human', 'ai', 'tool', 'system', 'remove'), fc.string()),
      content: fc.anything(),
      content_blocks: fc.anything(),
      tool_calls: fc.anything(),
      additional_kwargs: fc.anything(),
      sender: fc.constantFrom('user', 'agent'),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
      timestamp: fc.anything(),
      status: fc.oneof(fc.constantFrom('sent', 'failed'), fc.anything()),
      errors: fc.anything(),
    },
    { requiredKeys: [] },
  ),
)

test('whatever comes in, one storable message comes out', () => {
  fc.assert(
    fc.property(anyMessage, (raw) => {
      const message = parseChatMessage(raw)
      expect(DIRECTIONS).toContain(message.direction)
      expect(MESSAGE_KINDS).toContain(message.kind)
      expect('raw' in message).toBe(message.kind === 'unreadable')
      for (const text of [message.text, message.raw, message.toolNote, message.senderName]) {
        expect(text?.includes('\u0000') ?? false).toBe(false)
        expect(text?.isWellFormed() ?? true).toBe(true)
      }
      if (message.kind === 'tool' || message.kind === 'system') expect(message.hidden).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('what a candidate writes is shown as written', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (content) => {
      expect(parseChatMessage({ type: 'human', content }).text).toBe(content.replaceAll('\0', ''))
    }),
  )
})
