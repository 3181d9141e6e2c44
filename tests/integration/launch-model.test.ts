/**
 * The launch against its oracle: any order of work, waiting, answers, deaths, wishes and changes, by
 * any number of workers, ends as a plain look at the facts says, with one trace for each change.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignState } from '../../src/domain/campaign/campaign-state.ts'
import { dyingWorker } from '../support/dying-worker.ts'
import {
  afterAction,
  BEHAVIOURS,
  endsOf,
  stepArb,
  toBehaviour,
  type Facts,
  type Step,
} from '../support/launch-model.ts'
import {
  accountingOf,
  addDraft,
  addPool,
  phones,
  proveReceiver,
  retireCampaigns,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { takesAll } from '../support/test-receiver.ts'

/** What the model remembers of a story: facts of the world, never of batches. */
type Model = {
  readonly campaigns: readonly string[]
  readonly phones: readonly string[]
  readonly firstPost: number
  /** By person: how many POSTs there had been when they were suppressed. */
  readonly suppressedAt: Map<string, number>
  readonly stoppedAt: Map<string, number>
  /** Sessions named by a POST that was not surely refused. */
  readonly inDoubt: Set<string>
  /** Somebody died: what they had begun may have been posted. */
  somebodyDied: boolean
  /** State changes that people made, by campaign. */
  readonly changes: Map<string, number>
}

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
  await world.frontend
    .sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 2}')
      on conflict (key) do update set value = excluded.value`
})
afterAll(() => world.close())

type Line = { id: string; campaign: string; session: string; phone: string; end: string }

async function ledgerOf({ campaigns }: Model): Promise<Line[]> {
  return [
    ...(await world.frontend.sql<Line[]>`
      select id, campaign_id as campaign, coalesce(session_id, '') as session, phone_e164 as phone,
        concat_ws(':', delivery_state, coalesce(exclusion_reason, delivery_code)) as end
      from public.campaign_candidates where campaign_id = any (${[...campaigns]}::uuid[]) order by id`),
  ]
}

class StepCommand implements fc.AsyncCommand<Model, LaunchWorld> {
  readonly #step: Step

  constructor(step: Step) {
    this.#step = step
  }

  check(): boolean {
    return true
  }

  async run(model: Model, real: LaunchWorld): Promise<void> {
    const step = this.#step
    switch (step.kind) {
      case 'work':
        return work(model, real, step)
      case 'pass':
        return real.letPass(step.minutes)
      case 'suppress': {
        const phone = model.phones[step.person] ?? ''
        await real.frontend.sql`insert into public.suppressions (phone_e164, reason)
          values (${phone}, 'opted_out') on conflict do nothing`
        if (!model.suppressedAt.has(phone)) {
          model.suppressedAt.set(phone, real.receiver.posts.length)
        }
        return
      }
      case 'appear': {
        const lines = await ledgerOf(model)
        const phone = model.phones[step.person]
        const campaign = model.campaigns[step.campaign]
        const line = lines.find((one) => one.phone === phone && one.campaign === campaign)
        // Only of somebody whom we may have contacted: nobody else begins sessions of the ledger.
        if (line === undefined || !model.inDoubt.has(line.session)) return
        await real.backend.sql`insert into public.session_info (session_id)
          values (${line.session}) on conflict do nothing`
        return
      }
      case 'change':
        return change(model, real, model.campaigns[step.campaign] ?? '', step.action)
      case 'retry': {
        const { userId } = real.recruiter
        const campaign = model.campaigns[step.campaign] ?? ''
        await real.store.retryCampaign(campaign, userId, 'failed').catch(() => null)
        return
      }
    }
  }

  toString(): string {
    return JSON.stringify(this.#step)
  }
}

async function work(
  model: Model,
  real: LaunchWorld,
  { behaviour, deaths }: Extract<Step, { kind: 'work' }>,
): Promise<void> {
  const before = await Promise.all(model.campaigns.map((id) => stateOf(real, id)))
  const firstPost = real.receiver.posts.length
  real.receiver.behave(toBehaviour(behaviour))
  await Promise.all(
    deaths.map((death) => real.work(dyingWorker(real.ports, death)).catch(() => null)),
  )
  if (deaths.some((death) => death !== null)) model.somebodyDied = true
  const posts = real.receiver.posts.slice(firstPost)
  if (!BEHAVIOURS[behaviour].refuses) {
    for (const session of posts.flatMap((post) => post.sessions)) model.inDoubt.add(session)
  }
  // Who is paused or stopped sends nothing, from the first moment on.
  const silent = model.campaigns.filter((_id, index) => before[index] !== 'running')
  const lines = await ledgerOf(model)
  const named = new Set(posts.flatMap((post) => post.sessions))
  expect(lines.filter((line) => silent.includes(line.campaign) && named.has(line.session))).toEqual(
    [],
  )
}

async function change(
  model: Model,
  real: LaunchWorld,
  campaign: string,
  action: 'pause' | 'resume' | 'stop',
): Promise<void> {
  const from = (await stateOf(real, campaign)) as CampaignState
  const { userId } = real.recruiter
  await real.store.setCampaignState(campaign, userId, action).catch(() => null)
  const to = afterAction(from, action)
  expect(await stateOf(real, campaign)).toBe(to ?? from)
  if (to === null) return
  model.changes.set(campaign, (model.changes.get(campaign) ?? 0) + 1)
  if (to === 'stopped') model.stoppedAt.set(campaign, real.receiver.posts.length)
}

let stories = 0

/** Five people of this story alone, in two campaigns that both want them. */
async function begin(): Promise<Model> {
  await retireCampaigns(world)
  const to = phones(100 + 5 * (stories += 1), 5)
  const pools = [await addPool(world, to)]
  const campaigns = [await addDraft(world, { pools }), await addDraft(world, { pools })]
  for (const campaign of campaigns) await world.launch(campaign)
  return {
    campaigns,
    phones: to,
    firstPost: world.receiver.posts.length,
    suppressedAt: new Map(),
    stoppedAt: new Map(),
    inDoubt: new Set(),
    somebodyDied: false,
    changes: new Map(),
  }
}

/** A healthy worker and a patient person go on until everything is settled. */
async function recover(model: Model, proven: boolean): Promise<void> {
  world.receiver.behave(takesAll)
  const { userId } = world.recruiter
  const scopes = proven ? (['failed', 'needs-decision'] as const) : (['failed'] as const)
  for (let round = 0; round < 8; round += 1) {
    for (const campaign of model.campaigns) {
      await change(model, world, campaign, 'resume')
      for (const scope of scopes) {
        await world.store.retryCampaign(campaign, userId, scope).catch(() => null)
      }
    }
    await world.letPass(11)
    await world.work()
  }
}

async function factsOf(model: Model): Promise<(Line & Facts)[]> {
  const rows = await world.backend.sql`select session_id from public.session_info`
  const existing = new Set(rows.map((row) => String(row['session_id'])))
  return (await ledgerOf(model)).map((line) => ({
    ...line,
    exists: existing.has(line.session),
    inDoubt: model.somebodyDied || model.inDoubt.has(line.session),
    suppressed: model.suppressedAt.has(line.phone),
    stopped: model.stoppedAt.has(line.campaign),
  }))
}

async function judge(model: Model, proven: boolean): Promise<void> {
  const facts = await factsOf(model)
  for (const one of facts) {
    const others = facts.filter((other) => other.phone === one.phone && other.id !== one.id)
    expect(endsOf(one, others, proven)).toContain(one.end)
    // Where nobody refused and nobody was asked to stop, exactly one campaign has each person.
    const isFree = [one, ...others].every((each) => !each.suppressed && !each.stopped)
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
    await expectOneTraceEach(model, campaign)
  }
  // A receiver that goes by the id may take a repeated POST for the same: it must be the same.
  const bodies = Map.groupBy(world.receiver.posts.slice(model.firstPost), (post) => post.id)
  for (const group of bodies.values()) {
    expect(new Set(group.map((post) => post.body)).size).toBe(1)
  }
}

/** Each change of state has its line, which begins where the one before ended. */
async function expectOneTraceEach(model: Model, campaign: string): Promise<void> {
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

test.each([
  ['a receiver that is proven idempotent', true],
  ['any receiver', false],
])(
  'with %s, every story of the launch ends as the oracle says',
  async (_case, proven) => {
    if (proven) await proveReceiver(world)
    else await world.frontend.sql`delete from public.settings where key = 'receiver'`
    await fc.assert(
      fc.asyncProperty(
        fc.commands([stepArb.map((step) => new StepCommand(step))], { maxCommands: 12 }),
        async (commands) => {
          const model = await begin()
          await fc.asyncModelRun(() => ({ model, real: world }), commands)
          await recover(model, proven)
          await judge(model, proven)
        },
      ),
      { numRuns: 10 },
    )
  },
  300_000,
)
