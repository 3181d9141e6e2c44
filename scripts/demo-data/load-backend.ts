/** Loads the backend's part of the demo data in one transaction. */
import type postgres from 'postgres'
import { demoCalls } from './backend/calls.ts'
import { demoConversations } from './backend/chats.ts'
import { demoEvents } from './backend/events.ts'
import { saidAgo } from './backend/said-ago.ts'
import { demoCampaignInfo, demoMemberships, demoNumbers, demoSessions } from './backend/sessions.ts'
import { demoJobs } from './frontend/jobs.ts'
import { insertMissing, type Row } from './insert-missing.ts'
import type { LoadedKind } from './load-frontend.ts'
import { readMinutesAgo } from './minutes-ago.ts'

/** The one kind of the backend that counts as demo records: 58 rows. */
export const CHAT_MESSAGES = 'chat messages'

/**
 * Inserts what is missing of the demo's sessions, chats, calls and objective events.
 *
 * @param sql a client of the backend's database as the role that owns its tables
 * @param recordings the address under which recordings are found, where somebody serves them
 */
export async function loadBackend(sql: postgres.Sql, recordings?: string): Promise<LoadedKind[]> {
  return sql.begin(async (tx) => {
    const minutesAgo = await readMinutesAgo(tx)
    const anything = () => ''
    const accounts = { admin: '', recruiter: '', viewer: '' }
    const [plumber] = demoJobs({ minutesAgo, office: anything, accounts })
    if (plumber === undefined) throw new Error('the demo has no job')
    await insertMissing(tx, 'campaign_info', demoCampaignInfo(minutesAgo, plumber))
    await insertMissing(tx, 'session_info', demoSessions(minutesAgo, plumber))
    await insertMissing(tx, 'call_info', demoCalls(minutesAgo, recordings))
    // These tables have no keys to be found again by, so rows are compared by what they say.
    await insertUnlike(tx, 'numbers', demoNumbers(), ['session_id', 'phone_number'])
    await insertUnlike(tx, 'campaigns', demoMemberships(plumber), ['session_id', 'campaign'])
    await insertUnlike(tx, 'session_objective_events', demoEvents(minutesAgo), [
      'session_id',
      'objective',
      'new_value',
    ])
    const chats = demoChatRows(minutesAgo)
    const loaded = await insertChats(tx, chats)
    await dateChats(tx, minutesAgo)
    return [{ kind: CHAT_MESSAGES, rows: chats.length, loaded }]
  })
}

export type ChatRow = { readonly session_id: string; readonly message: unknown }

/** The rows of `chat_history`, in the order in which they were said. */
export function demoChatRows(minutesAgo: (minutes: number) => string): ChatRow[] {
  return demoConversations(minutesAgo).flatMap(({ sessionId, messages }) =>
    messages.map((message) => ({ session_id: sessionId, message })),
  )
}

/** Inserts rows that agree with no present row in all of `keys`. */
async function insertUnlike(
  tx: postgres.TransactionSql,
  table: string,
  rows: readonly Row[],
  keys: readonly string[],
): Promise<void> {
  const [first = {}] = rows
  const columns = tx(Object.keys(first))
  const name = tx('public.' + table)
  await tx`
    insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${tx.json(rows as never)}) as fresh
    where not exists (
      select from ${name} as present
      where to_jsonb(present) @> (
        select jsonb_object_agg(key, to_jsonb(fresh) -> key) from unnest(${[...keys]}::text[]) as key))`
}

async function insertChats(tx: postgres.TransactionSql, rows: readonly ChatRow[]): Promise<number> {
  const inserted = await tx`
    insert into public.chat_history (session_id, message)
    select fresh.item ->> 'session_id', fresh.item -> 'message'
    from jsonb_array_elements(${tx.json(rows as never)}) with ordinality as fresh (item, place)
    where not exists (
      select from public.chat_history present
      where present.session_id = fresh.item ->> 'session_id'
        and ${withoutTime(tx, tx`present.message`)} = ${withoutTime(tx, tx`(fresh.item -> 'message')`)})
    order by fresh.place
    returning 1 as one`
  return inserted.length
}

/** A message but for when it was sent, which differs from load to load. */
export function withoutTime(sql: postgres.ISql, message: postgres.Fragment): postgres.Fragment {
  return sql`(case when jsonb_typeof(${message}) = 'object' then ${message} - 'timestamp' else ${message} end)`
}

/**
 * Lets the change log have seen the demo's messages when they are said to have been said, rather
 * than all at once when the demo was loaded.
 */
async function dateChats(
  tx: postgres.TransactionSql,
  minutesAgo: (minutes: number) => string,
): Promise<void> {
  const [log] = await tx`select to_regclass('rollcall.chat_seen') as seen`
  if (log?.['seen'] === null) return
  const said = demoConversations(minutesAgo).flatMap((chat) =>
    saidAgo(chat).map((ago, index) => ({
      session_id: chat.sessionId,
      place: index + 1,
      at: minutesAgo(ago),
    })),
  )
  await tx`
    update rollcall.chat_seen as seen set seen_at = said.at
    from (
      select id, session_id, row_number() over (partition by session_id order by id) as place
      from public.chat_history
    ) as chat
    join jsonb_to_recordset(${tx.json(said)}) as said (session_id text, place int, at timestamptz)
      using (session_id, place)
    where seen.chat_id = chat.id and seen.seen_at >= now()`
}
