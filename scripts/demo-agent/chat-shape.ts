/**
 * How agents store what was said: every shape that `chat_history` has been seen to hold. A
 * session keeps to one shape, as one workflow writes it.
 */
import { hashText } from './seeded-random.ts'
import type { Speaker } from './step.ts'

export const CHAT_SHAPES = [
  'langchain',
  'structured',
  'used-tools',
  'nested',
  'parts',
  'blocks',
  'flat',
] as const

export type ChatShape = (typeof CHAT_SHAPES)[number]

/** A value of `chat_history.message`. */
export type StoredMessage = { readonly [key: string]: unknown }

// Written by n8n's memory node when a chat trigger is connected to it.
const MEMORY_SUFFIX = '__Postgres_Chat_Memory'

/** The shape a session is written in. */
export function chatShapeOf(sessionId: string): ChatShape {
  return CHAT_SHAPES[hashText(`shape ${sessionId}`) % CHAT_SHAPES.length] ?? 'langchain'
}

/** The id a session has in `chat_history`; one in eight carries the memory node's suffix. */
export function chatSessionId(sessionId: string): string {
  return hashText(`memory ${sessionId}`) % 8 === 0 ? sessionId + MEMORY_SUFFIX : sessionId
}

/** True where a session's objectives are plain values instead of `{type, description, value}`. */
export function storesPlainValues(sessionId: string): boolean {
  return hashText(`objectives ${sessionId}`) % 3 === 0
}

const EMPTY = { additional_kwargs: {}, response_metadata: {} }
const NO_TOOLS = { tool_calls: [], invalid_tool_calls: [] }

/** What somebody said, in the session's shape. The flat shape also has a `timestamp`, see `isStamped`. */
export function toStoredMessage(shape: ChatShape, speaker: Speaker, text: string): StoredMessage {
  const isAgent = speaker === 'agent'
  const type = isAgent ? 'ai' : 'human'
  const langchain = { type, content: text, ...(isAgent ? NO_TOOLS : {}), ...EMPTY }
  switch (shape) {
    case 'langchain':
      return langchain
    case 'structured':
      return isAgent
        ? { ...langchain, content: JSON.stringify({ output: { message: text } }) }
        : langchain
    case 'used-tools':
      return isAgent
        ? {
            ...langchain,
            content: `[Used tools: Tool: save_answer, Input: {}, Result: ok] ${text}`,
          }
        : langchain
    case 'nested':
      return { type, data: { content: text, name: null, id: null, example: false, ...EMPTY } }
    case 'parts':
      return { ...langchain, content: [{ type: 'text', text }] }
    case 'blocks':
      return {
        type,
        content_blocks: isAgent
          ? [
              { type: 'reasoning', reasoning: 'Keep it short and friendly.' },
              { type: 'text', text },
            ]
          : [{ type: 'text', text }],
      }
    case 'flat':
      return isAgent ? { sender: 'agent', text, status: 'delivered' } : { sender: 'user', text }
  }
}

/** True for a shape whose messages say when they were sent; the database's clock fills it in. */
export function isStamped(shape: ChatShape): boolean {
  return shape === 'flat'
}

/** The two rows of a tool that the agent used: its call, and what came back. */
export function toToolMessages(callId: string, tool: string, result: string): StoredMessage[] {
  return [
    {
      type: 'ai',
      content: '',
      tool_calls: [{ id: callId, name: tool, args: {}, type: 'tool_call' }],
      invalid_tool_calls: [],
      ...EMPTY,
    },
    { type: 'tool', content: result, tool_call_id: callId, name: tool, ...EMPTY },
  ]
}
