/** After the storm: everything works again, time passes, and people send again what waits for them. */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { letPass } from './hurry-time.ts'
import type { Forgotten } from './outcome.ts'
import type { People } from './press-buttons.ts'
import { type ChaosFeed, leftTo, type Milestone, setMilestone } from './read-through.ts'
import type { Bridges } from './start-bridges.ts'

export type DrainOptions = {
  readonly frontend: postgres.Sql
  readonly backend: postgres.Sql
  readonly bridges: Bridges
  readonly people: Pick<People, 'press'>
  readonly feed: ChaosFeed
  /** What n8n began and a restored backend lacks; people know it of n8n. */
  readonly forgotten: Pick<Forgotten, 'effects'>
}

/** Of each round, so that on a slow machine, whose rounds are longer, a lease covers as much work. */
const LEASES_S = 5
/** What has not moved for so long never will. */
const PATIENCE_MS = 30_000
/** Rounds without anything left to do, so that what comes late has come. */
const QUIET_ROUNDS = 3

/** @returns what is still under way when patience ends; empty: all came to its end */
export async function drain(options: DrainOptions): Promise<string[]> {
  let quiet = 0
  let left: string[] = []
  let before = ''
  let round: Milestone | null = null
  let endsAt = performance.now() + PATIENCE_MS
  while (performance.now() < endsAt && quiet < QUIET_ROUNDS) {
    await delay(250)
    await letPass(options.frontend, { waitsS: 660, leasesS: LEASES_S }).catch(() => null)
    await options.bridges.work()
    left = await whatIsLeft(options).catch((error: unknown) => [String(error)])
    // Nothing tells that a sweep has found everything but a whole round after the last change.
    if (left.length > 0) round = null
    else if (options.feed === 'sweep') {
      round ??= await setMilestone(options, 'sweep')
      const looks = await leftTo(round, options.frontend)
      if (looks > 0) left = [`looks of the sweep: ${looks}`]
    }
    if (left.join() !== before) endsAt = performance.now() + PATIENCE_MS
    before = left.join()
    await helpAlong(options).catch(() => null)
    quiet = left.length === 0 ? quiet + 1 : 0
  }
  return left
}

async function helpAlong({ frontend, people, forgotten }: DrainOptions): Promise<void> {
  const begun = new Set(forgotten.effects.map(({ session }) => session))
  const campaigns = await frontend<
    { id: string; state: string; failed: boolean; open: string[] }[]
  >`
    select c.id, c.state,
      exists (select from public.campaign_candidates r where r.campaign_id = c.id and r.delivery_state = 'failed') as failed,
      array(select r.session_id from public.campaign_candidates r where r.campaign_id = c.id and r.session_id is not null
        and r.delivery_state = 'unconfirmed' and r.delivery_code = 'needs_decision') as open
    from public.campaigns c where c.launched_at is not null and c.state <> 'stopped'`
  for (const { id, state, failed, open } of campaigns) {
    if (state === 'paused') await people.press(id, 'resume')
    if (failed) await people.press(id, 'retry', { scope: 'failed' })
    if (open.some((session) => begun.has(session))) await people.press(id, 'take-as-sent')
    else if (open.length > 0) await people.press(id, 'retry', { scope: 'needs-decision' })
  }
}

async function whatIsLeft({ frontend, backend, feed }: DrainOptions): Promise<string[]> {
  const [row] = await frontend<{ left: Record<string, number> }[]>`
    select jsonb_build_object(
      'paused campaigns', (select count(*) from public.campaigns where state = 'paused'),
      'undelivered', (select count(*) from public.campaign_candidates r join public.campaigns c on c.id = r.campaign_id
        where r.delivery_state in ('waiting', 'held', 'sending')
          -- Of who was erased, what became of them stays as it was.
          or (r.session_id is not null and (r.delivery_state = 'unconfirmed' and r.delivery_code = 'acknowledged'
            or (c.state <> 'stopped' and (r.delivery_state = 'failed'
              or (r.delivery_state = 'unconfirmed' and r.delivery_code = 'needs_decision')))))),
      'batches', (select count(*) from public.launch_batches
        where state in ('waiting', 'sending') or (state = 'unconfirmed' and reconcile_at is not null)),
      'commands', (select count(*) from public.backend_commands where state = 'waiting'),
      'erasures', (select count(*) from public.erasures where finished_at is null),
      'failures of the sync', (select failures from public.sync_cursors where id = 'backend'),
      'registers to match', (select count(*) from public.session_evidence where rematch)) as left`
  const isRead = feed === 'sweep' || (await isAllRead(frontend, backend))
  const left = { ...row?.left, 'unread changes': isRead ? 0 : 1 }
  return Object.entries(left).flatMap(([what, count]) => (count > 0 ? [`${what}: ${count}`] : []))
}

async function isAllRead(frontend: postgres.Sql, backend: postgres.Sql): Promise<boolean> {
  const [held] = await frontend<{ cursor: string }[]>`
    select cursor::text as cursor from public.sync_cursors where id = 'backend'`
  const [page] = await backend<{ mode: string }[]>`
    select public.rollcall_feed(${held?.cursor ?? null}::text::jsonb, 1) ->> 'mode' as mode`
  return page?.mode === 'idle'
}
