/** What a frontend shows of one person of a story, and what its history and its commands say. */
import type postgres from 'postgres'
import { expect } from 'vitest'
import type { OracleWishes } from './sync-wishes.ts'

/** One person in one frontend. */
export type Shown = {
  readonly sql: postgres.Sql
  readonly recipient: string
  readonly card: string
  readonly phone: string
  readonly session: string
  /** The session under the same number that nobody of the ledger has. */
  readonly stranger: string
}

export async function seen({ sql, ...of }: Shown) {
  const [recipient] = await sql`
    select status, contested_status from public.campaign_candidates where id = ${of.recipient}`
  const [card] = await sql`
    select status, status_set_by as "setBy", proposed_status as proposed,
      suggested_status as suggested
    from public.candidates where id = ${of.card}`
  const [bar] = await sql`select reason, said_too from public.suppressions
    where phone_e164 = ${of.phone} and lifted_at is null`
  const unmatched = await sql`select from public.sync_issues
    where session_id = ${of.stranger} and kind = 'unmatched' and state = 'open'`
  return {
    status: recipient?.['status'] as string,
    contested: recipient?.['contested_status'] as string | null,
    card: { ...card },
    reason: (bar?.['reason'] ?? null) as string | null,
    saidToo: bar?.['said_too'] === true,
    isUnmatched: unmatched.length > 0,
  }
}

/** Whoever is barred has each of their conversations told to end, and nobody else has. */
export async function expectEnded(
  { sql, session, stranger }: Shown,
  wishes: OracleWishes,
  who: number,
): Promise<void> {
  const rows = await sql`select session_id from public.backend_commands
    where session_id in (${session}, ${stranger})`
  const told = new Set(rows.map((row) => String(row['session_id'])))
  const ends = wishes.strangerEnds(who)
  if (wishes.mustEnd(who)) expect(told).toContain(session)
  if (!wishes.mayEnd(who)) expect(told).not.toContain(session)
  if (ends.must) expect(told).toContain(stranger)
  if (!ends.may) expect(told).not.toContain(stranger)
}

/** Every line of history begins where the one before ended, and the last where things are now. */
export async function expectUnbrokenHistory(shown: Shown): Promise<void> {
  const rows = await shown.sql`
    select recipient_id is null as of_card, from_status, to_status, trace ->> 'action' as action
    from public.status_events
    where recipient_id = ${shown.recipient} or candidate_id = ${shown.card}
    order by id`
  const { status, card } = await seen(shown)
  for (const [ofCard, present] of [
    [false, status],
    [true, card['status']],
  ]) {
    let at: unknown = 'not-contacted'
    for (const row of rows.filter((each) => each['of_card'] === ofCard)) {
      expect(row['from_status']).toBe(at)
      at = row['to_status']
      // Only people write lines that move nothing: what they dismissed or handed back.
      if (!['accept', 'dismiss', 'resume'].includes(String(row['action']))) {
        expect(row['to_status']).not.toBe(row['from_status'])
      }
    }
    expect(at).toBe(present)
  }
}
