/** What a story of the launch left, held against its oracle. */
import { expect } from 'vitest'
import { endsOf, isGivenUp, type Facts } from './launch-model.ts'
import { accountingOf, stateOf } from './launch-seeds.ts'
import type { LaunchWorld } from './launch-world.ts'

/** What the model remembers of a story: facts of the world, never of batches. */
export type Model = {
  readonly campaigns: readonly string[]
  readonly phones: readonly string[]
  readonly firstPost: number
  /** By person: how many POSTs there had been when they were suppressed. */
  readonly suppressedAt: Map<string, number>
  readonly stoppedAt: Map<string, number>
  /** Campaigns outside their hours now. */
  readonly shut: Set<string>
  /** Campaigns of which nothing may be sent: a person who retries may send it again. */
  readonly late: Set<string>
  /** Campaigns that were too late at any time. */
  readonly expired: Set<string>
  /** The bars of limits that were set at any time. */
  readonly limits: Set<string>
  /** Sessions named by a POST that was not surely refused. */
  readonly inDoubt: Set<string>
  /** Somebody died: what they had begun may have been posted. */
  somebodyDied: boolean
  /** State changes that people made, by campaign. */
  readonly changes: Map<string, number>
}

type Line = { id: string; campaign: string; session: string; phone: string; end: string }

export async function ledgerOf(world: LaunchWorld, { campaigns }: Model): Promise<Line[]> {
  return [
    ...(await world.frontend.sql<Line[]>`
      select id, campaign_id as campaign, coalesce(session_id, '') as session, phone_e164 as phone,
        concat_ws(':', delivery_state, coalesce(exclusion_reason, delivery_code)) as end
      from public.campaign_candidates where campaign_id = any (${[...campaigns]}::uuid[]) order by id`),
  ]
}

async function factsOf(world: LaunchWorld, model: Model): Promise<(Line & Facts)[]> {
  const rows = await world.backend.sql`select session_id from public.session_info`
  const existing = new Set(rows.map((row) => String(row['session_id'])))
  return (await ledgerOf(world, model)).map((line) => ({
    ...line,
    exists: existing.has(line.session),
    inDoubt: model.somebodyDied || model.inDoubt.has(line.session),
    suppressed: model.suppressedAt.has(line.phone),
    stopped: model.stoppedAt.has(line.campaign),
    expired: model.expired.has(line.campaign),
    limits: [...model.limits],
  }))
}

/** Every end is one that the oracle allows, and every change left its trace. */
export async function judge(world: LaunchWorld, model: Model, proven: boolean): Promise<void> {
  const facts = await factsOf(world, model)
  for (const one of facts) {
    const others = facts.filter((other) => other.phone === one.phone && other.id !== one.id)
    expect(endsOf(one, others, proven)).toContain(one.end)
    // Where nobody refused and nobody was asked to stop, exactly one campaign has each person.
    const isFree = [one, ...others].every((each) => !isGivenUp(each))
    if (isFree && proven) expect([one, ...others].filter((each) => each.exists)).toHaveLength(1)
    if (isFree) expect([one, ...others].filter((each) => each.exists).length).toBeLessThan(2)
    if (!proven) expect(world.receiver.taken.get(one.session) ?? 0).toBeLessThanOrEqual(1)
    const barredFrom = Math.min(
      model.suppressedAt.get(one.phone) ?? Infinity,
      model.stoppedAt.get(one.campaign) ?? Infinity,
    )
    const later = world.receiver.posts.filter((_post, index) => index >= barredFrom)
    expect(later.filter((post) => post.sessions.includes(one.session))).toEqual([])
  }
  for (const campaign of model.campaigns) {
    expect(await accountingOf(world, campaign)).toMatchObject({ planned: 5, waiting: 0, held: 0 })
    await expectOneTraceEach(world, model, campaign)
  }
  // A receiver that goes by the id may take a repeated POST for the same: it must be the same.
  const bodies = Map.groupBy(world.receiver.posts.slice(model.firstPost), (post) => post.id)
  for (const group of bodies.values()) {
    expect(new Set(group.map((post) => post.body)).size).toBe(1)
  }
}

/** Each change of state has its line, which begins where the one before ended. */
async function expectOneTraceEach(
  world: LaunchWorld,
  model: Model,
  campaign: string,
): Promise<void> {
  const rows = await world.frontend.sql<{ from: string; to: string; by: string; action: string }[]>`
    select details ->> 'from' as from, details ->> 'to' as to, coalesce(actor_id::text, '') as by, action
    from public.audit_log where entity_id = ${campaign} and details ? 'to' order by id`
  let at = 'draft'
  for (const { from, to } of rows) {
    expect(from).toBe(at)
    at = to
  }
  expect(at).toBe(await stateOf(world, campaign))
  const people = rows.filter(
    ({ by, action }) => by !== '' && ['pause', 'resume', 'stop'].includes(action),
  )
  expect(people).toHaveLength(model.changes.get(campaign) ?? 0)
}
