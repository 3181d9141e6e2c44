/**
 * Lets time pass for what waits in the frontend: back-offs, leases, looks at the backend. The
 * clocks stay as they are, so that nothing but waiting is shortened. Leases pass more slowly than
 * waits, as everything that a lease covers is shortened less than a wait is.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { sturdyClient } from './sturdy-client.ts'

export async function letPass(
  frontend: postgres.Sql,
  { waitsS, leasesS }: { readonly waitsS: number; readonly leasesS: number },
): Promise<void> {
  const waits = `${waitsS} seconds`
  const leases = `${leasesS} seconds`
  // In the product's order of locks, so that it is never in the way for good.
  await frontend`with held as materialized (
      select id from public.launch_batches where state in ('waiting', 'sending', 'unconfirmed') order by id for update)
    update public.launch_batches b set next_attempt_at = b.next_attempt_at - ${waits}::interval,
      reconcile_at = b.reconcile_at - ${waits}::interval, lease_until = b.lease_until - ${leases}::interval
    from held where b.id = held.id`
  await frontend`update public.backend_commands set next_attempt_at = next_attempt_at - ${waits}::interval
    where state = 'waiting'`
  await frontend`update public.sync_cursors set attempted_at = attempted_at - ${waits}::interval,
      retry_at = retry_at - ${waits}::interval, lease_until = lease_until - ${leases}::interval`
}

const EVERY_MS = 500

/** A minute of waiting passes in a second and a half, a minute of a lease in two and a half. */
export function startHurrying(connect: () => postgres.Sql): () => Promise<void> {
  const client = sturdyClient(connect)
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await client.attempt((frontend) => letPass(frontend, { waitsS: 20, leasesS: 12 }))
      await delay(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => null)
    }
  })()
  return async () => {
    stopping.abort()
    await running
    await client.end()
  }
}
