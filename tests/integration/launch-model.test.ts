/**
 * The launch against its oracle: any order of work, waiting, answers, deaths, wishes and changes, by
 * any number of workers, ends as a plain look at the facts says, with one trace for each change.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CampaignState } from '../../src/domain/campaign/campaign-state.ts'
import { ANY_TIME, hourFromNow, setHours } from '../support/contact-hours.ts'
import { dyingWorker } from '../support/dying-worker.ts'
import {
  afterAction,
  BEHAVIOURS,
  LIMITS,
  stepArb,
  toBehaviour,
  type Step,
} from '../support/launch-model.ts'
import { judge, ledgerOf, type Model } from '../support/launch-model-judge.ts'
import {
  addDraft,
  addPool,
  phones,
  proveReceiver,
  retireCampaigns,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { modelRuns } from '../support/model-runs.ts'
import { takesAll } from '../support/test-receiver.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
  await world.frontend
    .sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 2}')
      on conflict (key) do update set value = excluded.value`
})
afterAll(() => world.close())

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
        const lines = await ledgerOf(world, model)
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
      case 'hours':
        return setOpen(model, real, model.campaigns[step.campaign] ?? '', step.open)
      case 'limit': {
        const { value, bar } = LIMITS[step.limit]
        await real.frontend.sql`insert into public.settings (key, value)
          values ('contact_limits', ${real.frontend.sql.json(value)})
          on conflict (key) do update set value = excluded.value`
        if (bar !== null) model.limits.add(bar)
        return
      }
      case 'expire': {
        const campaign = model.campaigns[step.campaign] ?? ''
        await real.frontend.sql`update public.campaign_candidates
          set expires_at = now() where campaign_id = ${campaign}`
        model.expired.add(campaign)
        model.late.add(campaign)
        return
      }
      case 'retry': {
        const { userId } = real.recruiter
        const campaign = model.campaigns[step.campaign] ?? ''
        model.late.delete(campaign)
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
  // Who is paused, stopped, too early or too late sends nothing, from the first moment on.
  const silent = model.campaigns.filter(
    (id, index) => before[index] !== 'running' || model.shut.has(id) || model.late.has(id),
  )
  const lines = await ledgerOf(world, model)
  const named = new Set(posts.flatMap((post) => post.sessions))
  expect(lines.filter((line) => silent.includes(line.campaign) && named.has(line.session))).toEqual(
    [],
  )
}

async function setOpen(model: Model, real: LaunchWorld, campaign: string, open: boolean) {
  const { sql } = real.frontend
  await setHours(sql, campaign, open ? ANY_TIME : await hourFromNow(sql, 2))
  if (open) model.shut.delete(campaign)
  else model.shut.add(campaign)
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
  await world.frontend.sql`delete from public.settings where key = 'contact_limits'`
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
    shut: new Set(),
    late: new Set(),
    expired: new Set(),
    limits: new Set(),
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
  for (const campaign of model.campaigns) await setOpen(model, world, campaign, true)
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
          await judge(world, model, proven)
        },
      ),
      { numRuns: modelRuns(10) },
    )
  },
  3_600_000,
)
