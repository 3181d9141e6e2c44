/** The inbox: conversations over all campaigns by their last activity, and what people do with one. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import type { Json } from './database.types.ts'

export const INBOX_VIEWS = [
  'all',
  'unread',
  'waiting',
  'interested',
  'closing',
  'mine',
  'opted-out',
] as const
export type InboxView = (typeof INBOX_VIEWS)[number]

export const INBOX_CHANNELS = ['whatsapp', 'call'] as const

/** Why a conversation waits for a person. */
const waitingSchema = z.enum(['suggestion', 'taken-over', 'asked', 'unanswered']).nullable()
export type Waiting = NonNullable<z.infer<typeof waitingSchema>>

export type InboxFilter = {
  readonly view: InboxView
  readonly campaignId?: string | undefined
  readonly jobId?: string | undefined
  readonly channel?: (typeof INBOX_CHANNELS)[number] | undefined
  /** 'me', 'nobody', 'colleague' for anybody else, or whose id. */
  readonly assignee?: string | undefined
  readonly search?: string | undefined
  readonly officeId?: string | undefined
}

const inboxItem = z.object({
  /** The recipient's. */
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  campaignId: z.uuid(),
  campaignName: z.string(),
  jobTitle: z.string().nullable(),
  status: z.string(),
  lastAt: z.string(),
  lastChannel: z.enum(INBOX_CHANNELS),
  lastDirection: z.enum(['inbound', 'outbound']).nullable(),
  /** The last message's beginning, or the last call's summary. */
  lastText: z.string(),
  /** The disposition of the last call, where that came last. */
  lastOutcome: z.string().nullable(),
  lastInboundAt: z.string().nullable(),
  callCount: z.number(),
  messageCount: z.number(),
  waiting: waitingSchema,
  optedOut: z.boolean(),
  assignedTo: z.uuid().nullable(),
  takenOverAt: z.string().nullable(),
  /** Messages of theirs that the asker hasn't read. */
  unread: z.number(),
  /** Calls of which the asker hasn't seen what came of them. */
  unreadCalls: z.number(),
})
export type InboxItem = z.infer<typeof inboxItem>

const pageSchema = z.object({
  items: z.array(inboxItem),
  next: z.object({ at: z.string(), id: z.uuid() }).nullable(),
})
export type InboxPage = z.infer<typeof pageSchema>
export type InboxCursor = InboxPage['next']

const countsSchema = z.object({
  /** Counts stop here: this many or more. */
  most: z.number(),
  all: z.number(),
  unread: z.number(),
  waiting: z.number(),
  interested: z.number(),
  closing: z.number(),
  mine: z.number(),
  'opted-out': z.number(),
})
export type InboxCounts = z.infer<typeof countsSchema>

/** The filter as the functions take it: what doesn't narrow is left out. */
function toFilter(filter: InboxFilter): Json {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  )
}

/** One page, from where an earlier one ended; null begins. */
export async function listConversations(
  client: FrontendClient,
  filter: InboxFilter,
  after: InboxCursor,
): Promise<InboxPage> {
  const answer = await client.rpc('list_conversations', {
    p_filter: toFilter(filter),
    ...(after === null ? {} : { p_after: after }),
  })
  return pageSchema.parse(unwrap(answer))
}

/** How many conversations each view holds under the rest of the filter. */
export async function countConversations(
  client: FrontendClient,
  filter: InboxFilter,
): Promise<InboxCounts> {
  const answer = await client.rpc('count_conversations', { p_filter: toFilter(filter) })
  return countsSchema.parse(unwrap(answer))
}

const stateSchema = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  campaignName: z.string(),
  jobId: z.uuid().nullable(),
  jobTitle: z.string().nullable(),
  waiting: waitingSchema,
  optedOut: z.boolean(),
  assignedTo: z.uuid().nullable(),
  takenOverAt: z.string().nullable(),
  takenOverBy: z.uuid().nullable(),
  /** No agent answers any more. */
  sessionOver: z.boolean(),
  /** False while the backend hasn't been told yet that a session is to end. */
  agentTold: z.boolean(),
  inboundCount: z.number(),
  /** How many of their messages, from the first on, the asker has read. */
  readInbound: z.number(),
  /** Calls of which it is known what came of them, and how many of those the asker has seen. */
  knownCalls: z.number(),
  readCalls: z.number(),
})
export type ConversationState = z.infer<typeof stateSchema>

/** What people did with a conversation; null where nothing was said yet. */
export async function getConversationState(
  client: FrontendClient,
  recipientId: string,
): Promise<ConversationState | null> {
  const answer = await client.rpc('conversation_state', { p_id: recipientId })
  return stateSchema.nullable().parse(unwrap(answer))
}

/** True while there is anything that the asker hasn't seen. */
export function isUnread(state: ConversationState): boolean {
  return state.readInbound < state.inboundCount || state.readCalls < state.knownCalls
}

/** Marks all of a conversation as read by oneself, or the last message of theirs, or call, as unread. */
export async function markConversation(
  client: FrontendClient,
  recipientId: string,
  read: boolean,
): Promise<void> {
  unwrap(await client.rpc('mark_conversation', { p_id: recipientId, p_read: read }))
}

/** Marks everything that is there now as read by oneself. */
export async function markInboxRead(client: FrontendClient): Promise<void> {
  unwrap(await client.rpc('mark_inbox_read'))
}

/** Gives a conversation to a colleague, or to nobody. */
export async function assignConversation(
  client: FrontendClient,
  recipientId: string,
  userId: string | null,
): Promise<void> {
  // The generated types know no null for an argument that takes one.
  const args = { p_id: recipientId, p_to: userId as string }
  unwrap(await client.rpc('assign_conversation', args))
}

/** Ends the agent's part of a conversation and assigns it to oneself. */
export async function takeOverConversation(
  client: FrontendClient,
  recipientId: string,
): Promise<void> {
  unwrap(await client.rpc('take_over_conversation', { p_id: recipientId }))
}

/** Says that nothing is left to do until they write again, or takes that back. */
export async function settleConversation(
  client: FrontendClient,
  recipientId: string,
  settled: boolean,
): Promise<void> {
  unwrap(await client.rpc('settle_conversation', { p_id: recipientId, p_settled: settled }))
}
