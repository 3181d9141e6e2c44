/** After the storm: everything works again, time passes, and people send again what waits for them. */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { letPass } from './hurry-time.ts'
import type { People } from './press-buttons.ts'
import type { Bridges } from './start-bridges.ts'

export type DrainOptions = {
  readonly frontend: postgres.Sql
  readonly backend: postgres.Sql
  readonly bridges: Bridges
  readonly people: Pick<People, 'press'>
}

/** What has not moved for so long never will. */
const PATIENCE_MS = 30_000
/** Rounds without anything left to do, so that what comes late has come. */
const QUIET_ROUNDS = 3

/** @returns what is still under way when patience ends; empty: all came to its end */
export async function drain(options: DrainOptions): Promise<string[]> {
  let quiet = 0
  let left: string[] = []
  let before = ''
  let endsAt = performance.now() + PATIENCE_MS
  while (performance.now() < endsAt && quiet < QUIET_ROUNDS) {
    await delay(250)
    await letPass(options.frontend, { waitsS: 660, leasesS: 0 }).catch(() => null)
    await options.bridges.work()
    left = await whatIsLeft(options).catch((error: unknown) => [String(error)])
    if (left.join() !== before) endsAt = performance.now() + PATIENCE_MS
    before = left.join()
    await helpAlong(options).catch(() => null)
    quiet = left.length === 0 ? quiet + 1 : 0
  }
  return left
}

async function helpAlong({ frontend, people }: DrainOptions): Promise<void> {
  const campaigns = await frontend<{ id: string; state: string; failed: boolean; open: boolean }[]>`
    select c.id, c.state,
      exists (select from public.campaign_candidates r where r.campaign_id = c.id and r.delivery_state = 'failed') as failed,
      exists (select from public.campaign_candidates r where r.campaign_id = c.id
        and r.delivery_state = 'unconfirmed' and r.delivery_code = 'needs_decision') as open
    from public.campaigns c where c.launched_at is not null and c.state <> 'stopped'`
  for (const { id, state, failed, open } of campaigns) {
    if (state === 'paused') await people.press(id, 'resume')
    if (failed) await people.press(id, 'retry', { scope: 'failed' })
    if (open) await people.press(id, 'retry', { scope: 'needs-decision' })
  }
}

async function whatIsLeft({ frontend, backend }: DrainOptions): Promise<string[]> {
  const [row] = await frontend<{ left: Record<string, number> }[]>`
    select jsonb_build_object(
      'paused campaigns', (select count(*) from public.campaigns where state = 'paused'),
      'undelivered', (select count(*) from public.campaign_candidates r join public.campaigns c on c.id = r.campaign_id
        where r.delivery_state in ('waiting', 'held', 'sending')
          or (r.delivery_state = 'unconfirmed' and r.delivery_code = 'acknowledged')
          or (c.state <> 'stopped' and (r.delivery_state = 'failed'
            or (r.delivery_state = 'unconfirmed' and r.delivery_code = 'needs_decision')))),
      'batches', (select count(*) from public.launch_batches
        where state in ('waiting', 'sending') or (state = 'unconfirmed' and reconcile_at is not null)),
      'commands', (select count(*) from public.backend_commands where state = 'waiting'),
      'failures of the sync', (select failures from public.sync_cursors where id = 'backend'),
      'registers to match', (select count(*) from public.session_evidence where rematch)) as left`
  const [held] = await frontend<{ cursor: string }[]>`
    select cursor::text as cursor from public.sync_cursors where id = 'backend'`
  const cursor = held?.cursor ?? null
  const [feed] = await backend<{ mode: string }[]>`
    select public.rollcall_feed(${cursor}::text::jsonb, 1) ->> 'mode' as mode`
  const left = { ...row?.left, 'unread changes': feed?.mode === 'idle' ? 0 : 1 }
  return Object.entries(left).flatMap(([what, count]) => (count > 0 ? [`${what}: ${count}`] : []))
}
