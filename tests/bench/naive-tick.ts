import type { ScaledPair } from './seed-scale.ts'

/**
 * The sync as it is first written: for every session its row and its last message, for every one
 * of those the candidate by phone. Nothing is changed by it.
 *
 * @returns how many queries it took
 */
export async function naiveTick({ backend, frontend }: ScaledPair): Promise<number> {
  const sessions = await backend.sql<{ session_id: string; phone_number: string }[]>`
    select session_id, phone_number from numbers`
  let queries = 1
  for (const { session_id: session, phone_number: phone } of sessions) {
    await backend.sql`select objectives, session_status from session_info where session_id = ${session}`
    await frontend.sql`select id, status from public.campaign_candidates where phone_e164 = ${phone}`
    queries += 2
  }
  return queries
}
