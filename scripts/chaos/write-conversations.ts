/**
 * What the agents write into the backend while everything else goes on: messages, answers, calls,
 * in transactions that stay open, commit out of order, are rolled back in part or as a whole.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { between, pick, seededRandom } from '../demo-agent/seeded-random.ts'
import type { Random } from '../../src/lib/random.ts'
import { sturdyClient } from './sturdy-client.ts'

const KEYS = ['interested', 'interview_scheduled', 'hired', 'rejected'] as const
/** Long enough for many ticks to come between the first write and the commit. */
const LONGEST_OPEN_MS = 3_000

type Tx = postgres.TransactionSql

/** The words of one write; what a person says is theirs, so STOP is rare. */
async function write(tx: Tx, session: string, random: Random): Promise<void> {
  const say = (message: postgres.JSONValue) =>
    tx`insert into public.chat_history (session_id, message) values (${session}, ${tx.json(message)})`
  switch (between(random, 1, 16)) {
    case 1:
    case 2:
    case 3:
      return void (await say({ type: 'human', content: `Message ${between(random, 1, 999)}` }))
    case 4:
      return void (await say({ type: 'ai', content: 'How are you?', tool_calls: [] }))
    case 5:
      return void (await say({ sender: 'user', text: 'Yes', timestamp: '2026-09-02T10:00:00Z' }))
    case 6:
      return void (await say({ type: 'tool', content: '{}', tool_call_id: 'a', name: 'lookup' }))
    case 7:
      return void (await tx`insert into public.call_info
          (call_id, status, called_at, duration, transcript, session_id)
        values (${crypto.randomUUID()}, 'ended', now(), '00:01:00', ${'Agent: Hello.\nUser: Hi.'}, ${session})`)
    case 8:
      return void (await tx`delete from public.chat_history where id =
        (select max(id) from public.chat_history where session_id = ${session})`)
    case 9:
      return withdraw(tx, session, pick(random, KEYS))
    case 10:
      return void (random() < 0.3
        ? await say({ type: 'human', content: 'STOP' })
        : await tx`update public.session_info set reminder_count = reminder_count + 1 where session_id = ${session}`)
    case 11:
      return void (
        random() < 0.3 &&
        (await tx`update public.session_info set session_status = 'completed', next_reminder_at = null
          where session_id = ${session}`)
      )
    default:
      return answer(tx, session, pick(random, KEYS), random)
  }
}

async function answer(tx: Tx, session: string, key: string, random: Random): Promise<void> {
  const value = pick<boolean | string>(random, [true, true, false, 'Tuesday'])
  const dated = random() < 0.8
  const at = new Date(Date.UTC(2026, 8, 2, 10, between(random, 0, 59))).toISOString()
  await tx`update public.session_info
    set objectives = coalesce(objectives, '{}') || ${tx.json({ [key]: { value } })}
    where session_id = ${session}`
  if (!dated) return
  await tx`insert into public.session_objective_events
      (session_id, objective, new_value, source, occurred_at)
    values (${session}, ${key}, ${tx.json(value)}, 'chat', ${at})`
}

async function withdraw(tx: Tx, session: string, key: string): Promise<void> {
  await tx`update public.session_info set objectives = objectives - ${key}::text
    where session_id = ${session}`
  await tx`delete from public.session_objective_events
    where session_id = ${session} and objective = ${key}`
}

class Undone extends Error {}

async function writeOnce(sql: postgres.Sql, random: Random): Promise<'committed' | 'undone'> {
  const sessions = await sql<{ session: string }[]>`
    select session_id as session from public.session_info order by random() limit 3`
  const orphan = { session: `somebody-${between(random, 1, 20)}` }
  const chosen = random() < 0.05 ? [orphan] : sessions.slice(0, between(random, 1, 3))
  const isLong = random() < 0.1
  const isUndone = random() < 0.1
  try {
    await sql.begin(async (tx) => {
      await tx`set local lock_timeout = '500ms'`
      for (const { session } of chosen) {
        if (random() < 0.15) {
          const half = tx.savepoint(async (inner) => {
            await write(inner, session, random)
            throw new Undone()
          })
          await half.catch(() => null)
        }
        await write(tx, session, random)
        if (isLong) await delay(between(random, 200, LONGEST_OPEN_MS) / chosen.length)
      }
      if (isUndone) throw new Undone()
    })
    return 'committed'
  } catch (error) {
    if (error instanceof Undone) return 'undone'
    throw error
  }
}

export type Writers = {
  readonly committed: () => number
  /** Rolled back on purpose. */
  readonly undone: () => number
  stop(): Promise<void>
}

/** Starts writers with a connection each; they go on when their database was killed. */
export function startWriters(
  connect: () => postgres.Sql,
  { seed, count }: { readonly seed: number; readonly count: number },
): Writers {
  const stopping = new AbortController()
  const counts = { committed: 0, undone: 0 }
  const running = Array.from({ length: count }, async (_, index) => {
    const random = seededRandom(`${seed}:writer:${index}`)
    const client = sturdyClient(connect)
    while (!stopping.signal.aborted) {
      const result = await client.attempt((sql) => writeOnce(sql, random))
      if (result !== null) counts[result] += 1
      await delay(result === null ? 300 : between(random, 5, 60))
    }
    await client.end()
  })
  return {
    committed: () => counts.committed,
    undone: () => counts.undone,
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
