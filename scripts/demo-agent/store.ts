/**
 * Where each conversation stands: a table of the demo agent's own beside the agents' seven, so
 * that a restart goes on with it. `due_at` is null when a conversation is over.
 */
import type postgres from 'postgres'
import { parseObjectiveTemplate } from '../../src/domain/objective/objective-template.ts'
import type { ConversationBrief } from './plan-conversation.ts'

/** A conversation whose next step is due. */
export type DueConversation = ConversationBrief & {
  /** Index of the step to take; -1: it has only just been taken on. */
  readonly nextStep: number
  /** Someone ended the session, or took it out of the backend. */
  readonly ended: boolean
}

/** Where a conversation stands after a round. */
export type Progress = {
  readonly session_id: string
  readonly next_step: number
  /** Seconds until its next step; null: it is over. */
  readonly due_in: number | null
}

export async function prepareStore(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    // Two starters at once would both find nothing, and the second would fail.
    await tx`select pg_advisory_xact_lock(hashtext('demo_agent'))`
    await tx`create schema if not exists demo_agent`
    await tx`
      create table if not exists demo_agent.conversations (
        session_id text primary key,
        next_step int not null default -1,
        due_at timestamptz default now()
      )`
    await tx`
      create index if not exists conversations_due on demo_agent.conversations (due_at)
      where due_at is not null`
  })
}

/** Takes on the sessions that this transaction made. Those that were there already go on as they are. */
export async function takeOn(
  tx: postgres.TransactionSql,
  sessionIds: readonly string[],
): Promise<void> {
  await tx`
    insert into demo_agent.conversations (session_id)
    select session_id from public.session_info
    where session_id = any (${[...sessionIds]}) and created_at = now()
    on conflict (session_id) do nothing`
}

/** Locks up to `limit` conversations that are due; other agents on this database pass them by. */
export async function claimDue(
  tx: postgres.TransactionSql,
  limit: number,
): Promise<DueConversation[]> {
  const due = await tx<{ session_id: string; next_step: number }[]>`
    select session_id, next_step from demo_agent.conversations
    where due_at <= now() order by due_at limit ${limit} for update skip locked`
  if (due.length === 0) return []
  const known = await tx<
    { session_id: string; session_status: string | null; campaign: string | null }[]
  >`
    select session_id, session_status, campaign from public.session_info
    where session_id = any (${due.map((row) => row.session_id)})
    -- Whoever ends a session now waits, and one that was ended is seen: nothing is written after it.
    order by session_id for no key update`
  const campaigns = await tx<CampaignRow[]>`
    select campaign, job_info, objectives_template, first_message_chat, first_message_call
    from public.campaign_info where campaign = any (${known.map((row) => row.campaign ?? '')})`
  const sessionOf = new Map(known.map((row) => [row.session_id, row]))
  const briefOf = new Map(campaigns.map((row) => [row.campaign, toBrief(row)]))
  return due.map((row) => {
    const session = sessionOf.get(row.session_id)
    return {
      ...(briefOf.get(session?.campaign ?? '') ?? NO_BRIEF),
      sessionId: row.session_id,
      nextStep: row.next_step,
      ended: session?.session_status !== 'active',
    }
  })
}

export async function saveProgress(
  tx: postgres.TransactionSql,
  progress: readonly Progress[],
): Promise<void> {
  await tx`
    update demo_agent.conversations c
    set next_step = p.next_step, due_at = now() + make_interval(secs => p.due_in)
    from jsonb_to_recordset(${tx.json(progress)}) as p (session_id text, next_step int, due_in double precision)
    where c.session_id = p.session_id`
}

type CampaignRow = {
  readonly campaign: string
  readonly job_info: string | null
  readonly objectives_template: unknown
  readonly first_message_chat: string | null
  readonly first_message_call: string | null
}

type CampaignBrief = Omit<ConversationBrief, 'sessionId'>

const FALLBACK_MESSAGE =
  'Hi, this is an automated assistant. Are you looking for work at the moment?'

const NO_BRIEF: CampaignBrief = {
  jobDescription: '',
  objectives: {},
  firstMessageChat: FALLBACK_MESSAGE,
  firstMessageCall: FALLBACK_MESSAGE,
}

function toBrief(row: CampaignRow): CampaignBrief {
  return {
    jobDescription: row.job_info ?? '',
    objectives: parseObjectiveTemplate(row.objectives_template),
    firstMessageChat: row.first_message_chat ?? FALLBACK_MESSAGE,
    firstMessageCall: row.first_message_call ?? FALLBACK_MESSAGE,
  }
}
