/** Messages of `chat_history` as agents write them; see scripts/demo-agent/chat-shape.ts for the shapes. */
import { toStoredMessage, toToolMessages, type StoredMessage } from '../../demo-agent/chat-shape.ts'

/** A value of `chat_history.message`: usually an object, but the column takes anything. */
export type ChatValue = StoredMessage | string

export const person = (text: string) => toStoredMessage('langchain', 'person', text)
export const agent = (text: string) => toStoredMessage('langchain', 'agent', text)
export const structured = (text: string) => toStoredMessage('structured', 'agent', text)
export const nestedPerson = (text: string) => toStoredMessage('nested', 'person', text)
export const nestedAgent = (text: string) => toStoredMessage('nested', 'agent', text)
export const partsPerson = (text: string) => toStoredMessage('parts', 'person', text)
export const blocksAgent = (text: string) => toStoredMessage('blocks', 'agent', text)
export const tool = toToolMessages

/** The flat shape, which says when a message was sent. */
export function flat(sender: 'user' | 'agent', text: string, timestamp: string): StoredMessage {
  return sender === 'agent'
    ? { sender, text, timestamp, status: 'delivered' }
    : { sender, text, timestamp }
}
