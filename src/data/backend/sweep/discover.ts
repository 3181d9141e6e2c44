/**
 * Finds sessions to look at without a change log. Four ways, each bounded:
 *
 * 1. rows with new serial ids, and late ones in the gaps between (chats, objective events);
 * 2. rows with newer times (sessions, calls), the last minutes once more every tenth time;
 * 3. what we hold, over and over, a stretch at a time: finds every change and every deletion;
 * 4. every table, over and over, a page of rows at a time: finds sessions that nothing points at.
 *
 * 1 and 2 are quick and may miss; 3 and 4 are slow and may not.
 */
import { z } from 'zod'
import type { BackendClient } from '../client.ts'
import type { BackendTable } from '../upkeep.ts'
import { passSerial, type SerialMark } from './gaps.ts'
import type { SweepCursor, TimeMark } from './sweep-cursor.ts'
import { rowsOf, ROWS_A_PAGE, sessionKey, tableOf } from './table-rows.ts'

/** Sessions of ours that a discovery looks at again. */
export const HELD_A_LOOK = 200
/** Longer than a transaction of the agents' side lasts, plus the difference of two clocks. */
const OVERLAP_MS = 10 * 60_000
const OVERLAP_EVERY = 10

/** What the frontend database tells of the sessions it holds. */
export type HeldSessions = (
  /** The next ids after this one, at most so many; null: from the start. */
  after: string | null,
  limit: number,
  /** Ids of which to say which it doesn't hold. */
  ids: readonly string[],
) => Promise<{ readonly held: readonly string[]; readonly unknown: readonly string[] }>

const serialRow = z.object({ id: z.int(), session_id: z.string().nullable() })
const keyRow = z.object({ session_id: z.string().nullable(), key: z.union([z.string(), z.int()]) })
const timedRow = keyRow.extend({ at: z.string() })

type Found = { readonly keys: readonly string[]; readonly isFull: boolean }

/** Tables by which the fourth way goes, each in the order of a column that is indexed or small. */
const WALK: readonly (readonly [table: BackendTable, column: string])[] = [
  ['session_info', 'session_id'],
  ['chat_history', 'id'],
  ['call_info', 'call_id'],
  ['session_objective_events', 'id'],
  ['numbers', 'session_id'],
  ['campaigns', 'session_id'],
]

/** The cursor after one discovery, with what it found in `waiting`. @throws AppError */
export async function discover(
  client: BackendClient,
  heldSessions: HeldSessions,
  cursor: SweepCursor,
): Promise<SweepCursor & { readonly isFull: boolean }> {
  const looksBack = cursor.discoveries % OVERLAP_EVERY === OVERLAP_EVERY - 1
  const [chats, events, infos, calls, walk] = await Promise.all([
    readSerial(client, 'chat_history', cursor.chats),
    readSerial(client, 'session_objective_events', cursor.events),
    readTimed(client, 'session_info', ['updated_at', 'session_id'], cursor.infos, looksBack),
    readTimed(client, 'call_info', ['called_at', 'call_id'], cursor.calls, looksBack),
    readWalk(client, cursor.walk),
  ])
  // One more than is looked at tells whether another look goes on, so that a round is no look longer than it must be.
  const stretch = await heldSessions(cursor.held, HELD_A_LOOK + 1, walk.keys)
  const held = stretch.held.slice(0, HELD_A_LOOK)
  const found = [chats, events, infos, calls].flatMap(({ keys }) => keys)
  return {
    ...cursor,
    chats: chats.mark,
    events: events.mark,
    infos: infos.mark,
    calls: calls.mark,
    held: stretch.held.length > HELD_A_LOOK ? (held.at(-1) ?? null) : null,
    walk: walk.next,
    walked: cursor.walked || walk.isRound,
    discoveries: cursor.discoveries + 1,
    waiting: [...new Set([...found, ...stretch.unknown, ...held])],
    isFull: [chats, events, infos, calls].some(({ isFull }) => isFull),
  }
}

/** Where the first discovery begins: at the newest ids, with whatever is missing just below. */
export async function firstSerial(
  client: BackendClient,
  table: 'chat_history' | 'session_objective_events',
): Promise<SerialMark> {
  const answer = await tableOf(client, table)
    .select('id, session_id')
    .order('id', { ascending: false })
    .limit(ROWS_A_PAGE)
  const ids = rowsOf(answer, serialRow).map(({ id }) => id)
  const [first = 1] = ids.slice(-1)
  return passSerial({ last: first - 1, gaps: [] }, ids.toReversed())
}

async function readSerial(
  client: BackendClient,
  table: 'chat_history' | 'session_objective_events',
  mark: SerialMark,
): Promise<Found & { readonly mark: SerialMark }> {
  const stretches = [
    ...mark.gaps.map(({ from, to }) => `and(id.gte.${from},id.lte.${to})`),
    `id.gt.${mark.last}`,
  ]
  const answer = await tableOf(client, table)
    .select('id, session_id')
    .or(stretches.join(','))
    .order('id')
    .limit(ROWS_A_PAGE)
  const rows = rowsOf(answer, serialRow)
  const ids = rows.map(({ id }) => id)
  const isFull = rows.length === ROWS_A_PAGE
  return { keys: keysOf(rows), isFull, mark: passSerial(mark, ids) }
}

async function readTimed(
  client: BackendClient,
  table: 'session_info' | 'call_info',
  [time, key]: readonly [string, string],
  mark: TimeMark,
  looksBack: boolean,
): Promise<Found & { readonly mark: TimeMark }> {
  const select = `session_id, key:${key}, at:${time}`
  const query = tableOf(client, table).select(select).not(time, 'is', null)
  if (mark.at === null) {
    // The walk reads what is there; from here on, what is newer.
    const answer = await query.order(time, { ascending: false }).order(key).limit(1)
    const [newest] = rowsOf(answer, timedRow)
    const at = newest?.at ?? null
    return { keys: [], isFull: false, mark: { at, key: String(newest?.key ?? '') } }
  }
  const from = looksBack
    ? { at: new Date(Date.parse(mark.at) - OVERLAP_MS).toISOString(), key: '' }
    : mark
  const answer = await query
    .or(`${time}.gt."${from.at}",and(${time}.eq."${from.at}",${key}.gt."${from.key}")`)
    .order(time)
    .order(key)
    .limit(ROWS_A_PAGE)
  const rows = rowsOf(answer, timedRow)
  const last = rows.at(-1)
  const isFull = rows.length === ROWS_A_PAGE
  if (last === undefined) return { keys: [], isFull: false, mark }
  return { keys: keysOf(rows), isFull, mark: { at: last.at, key: String(last.key) } }
}

async function readWalk(client: BackendClient, { table: at, after }: SweepCursor['walk']) {
  const [table, column] = WALK[at] ?? (WALK[0] as (typeof WALK)[number])
  const query = tableOf(client, table).select(`session_id, key:${column}`).not(column, 'is', null)
  const answer = await (after === null ? query : query.gt(column, after))
    .order(column)
    .limit(ROWS_A_PAGE)
  const rows = rowsOf(answer, keyRow)
  const isEnd = rows.length < ROWS_A_PAGE
  const next = isEnd
    ? { table: (at + 1) % WALK.length, after: null }
    : { table: at, after: String(rows.at(-1)?.key) }
  return { keys: [...new Set(keysOf(rows))], next, isRound: isEnd && next.table === 0 }
}

function keysOf(rows: readonly { readonly session_id: string | null }[]): string[] {
  return rows.flatMap(({ session_id: id }) => (id === null ? [] : [sessionKey(id)]))
}
