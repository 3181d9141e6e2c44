/**
 * Transactions of several writers that take turns step by step, so that every interleaving is one
 * that fast-check can repeat.
 */
import fc from 'fast-check'
import type { FreshDatabase } from './fresh-database.ts'

const WRITERS = 3

type Step = {
  readonly writer: number
  readonly action: 'say' | 'unsay' | 'number' | 'status' | 'commit' | 'rollback' | 'poll'
  readonly session: string
  readonly pageSize: number
}

export const stepsArb: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    writer: fc.nat(WRITERS - 1),
    action: fc.constantFrom<Step['action']>(
      'say',
      'say',
      'unsay',
      'number',
      'status',
      'commit',
      'rollback',
      'poll',
    ),
    session: fc.constantFrom('a', 'b', 'c__Postgres_Chat_Memory'),
    pageSize: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 5, maxLength: 30 },
)

export const say = (session: string) => ({
  session_id: session,
  message: { type: 'human', content: 'Hi' },
})

export async function openWriters(database: FreshDatabase): Promise<Writer[]> {
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, () => database.connect().reserve()),
  )
  for (const writer of writers) await writer`set lock_timeout = '20ms'`
  return writers
}

/** Plays the steps, polling where they say so, and commits what is open at the end. */
export async function play(
  steps: readonly Step[],
  writers: readonly Writer[],
  poll: (pageSize: number) => Promise<void>,
): Promise<void> {
  const open = new Set<number>()
  for (const { action, session, pageSize, writer: number } of steps) {
    const writer = writers[number]
    if (!writer) throw new Error('no such writer')
    if (action === 'poll') {
      await poll(pageSize)
      continue
    }
    if (action === 'commit' || action === 'rollback') {
      if (open.delete(number)) await writer.unsafe(action)
      continue
    }
    if (!open.has(number)) await writer`begin`
    open.add(number)
    await writer`savepoint step`
    await act(writer, action, session).catch(() => writer`rollback to step`)
  }
  for (const number of open) await writers[number]?.unsafe('commit')
}

type Writer = Awaited<ReturnType<ReturnType<FreshDatabase['connect']>['reserve']>>

async function act(writer: Writer, action: string, session: string): Promise<void> {
  const key = session.slice(0, 1)
  if (action === 'say') await writer`insert into chat_history ${writer(say(session))}`
  if (action === 'unsay') {
    await writer`delete from chat_history where id =
      (select max(id) from chat_history where session_id = ${session})`
  }
  if (action === 'number') {
    await writer`insert into numbers ${writer({ session_id: key, phone_number: '+447700900009' })}`
  }
  if (action === 'status') {
    await writer`insert into session_info (session_id, reminder_count) values (${key}, 1)
      on conflict (session_id) do update set reminder_count = session_info.reminder_count + 1`
  }
}
