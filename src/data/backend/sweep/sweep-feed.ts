/**
 * The feed of a backend that may not be altered, or is not yet: eventual, and bounded by the walk
 * over all that is there. docs/sync.md says what that promises; decision 0011 why.
 */
import type { BackendClient } from '../client.ts'
import type { FeedPage } from '../feed.ts'
import { discover, firstSerial, type HeldSessions } from './discover.ts'
import { readSessionStates } from './session-states.ts'
import { readSweepCursor, type SweepCursor } from './sweep-cursor.ts'

/**
 * One page: what an earlier discovery left, else what a new one finds.
 *
 * @param stored the last page's cursor; null, or one of another feed, walks everything
 * @param limit sessions of a page at most
 * @param logFault why the log is not read though it is there; null where it isn't
 * @throws AppError
 */
export async function readSweep(
  client: BackendClient,
  heldSessions: HeldSessions,
  stored: unknown,
  limit: number,
  logFault: SweepCursor['logFault'] = null,
): Promise<Omit<FeedPage, 'now'>> {
  const cursor = readSweepCursor(stored) ?? (await firstCursor(client))
  const found =
    cursor.waiting.length === 0
      ? await discover(client, heldSessions, cursor)
      : { ...cursor, isFull: false }
  const { isFull, ...from } = found
  const keys = from.waiting.slice(0, limit)
  const states = await readSessionStates(client, keys, { afterChat: from.chatAfter })
  const isCut = states.cutAt !== null
  const next: SweepCursor = {
    ...from,
    waiting: from.waiting.slice(isCut ? states.done - 1 : states.done),
    chatAfter: states.cutAt ?? 0,
    logFault,
  }
  return {
    cursor: next,
    mode: 'sweep',
    more: next.waiting.length > 0 || isFull || !next.walked,
    restored: false,
    triggersOk: true,
    range: null,
    items: states.items,
    faults: states.faults,
  }
}

async function firstCursor(client: BackendClient): Promise<SweepCursor> {
  const [chats, events] = await Promise.all([
    firstSerial(client, 'chat_history'),
    firstSerial(client, 'session_objective_events'),
  ])
  return {
    v: 'sweep-1',
    chats,
    events,
    infos: { at: null, key: '' },
    calls: { at: null, key: '' },
    held: null,
    walk: { table: 0, after: null },
    walked: false,
    discoveries: 0,
    waiting: [],
    chatAfter: 0,
    logFault: null,
  }
}
