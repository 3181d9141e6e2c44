import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Death, dyingWorker, WORKER_CALLS } from '../support/dying-worker.ts'
import {
  accountingOf,
  addDraft,
  addPool,
  launchTo,
  phones,
  proveReceiver,
  retireCampaigns,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import {
  answer,
  type Behaviour,
  says,
  takesAll,
  takesAndDies,
  takesButSays,
} from '../support/test-receiver.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
  await world.frontend
    .sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 2}')`
})
beforeEach(() => world.receiver.behave(takesAll))
afterAll(() => world.close())

/** A run of a worker that may die in it. */
async function workOrDie(death: Death | null): Promise<void> {
  await world.work(dyingWorker(world.ports, death)).catch(() => null)
}

/** A healthy worker goes on until everything is settled: two looks, a second post, two more looks. */
async function recover(): Promise<void> {
  world.receiver.behave(takesAll)
  for (let round = 0; round < 7; round += 1) {
    await world.letPass(11)
    await world.work()
  }
}

async function sessionsOf(campaignId: string) {
  return world.frontend.sql<{ session: string; delivery: string; phone: string }[]>`
    select session_id as session, delivery_state as delivery, phone_e164 as phone
    from public.campaign_candidates where campaign_id = ${campaignId} and session_id is not null`
}

async function existingSessions(): Promise<Set<string>> {
  const rows = await world.backend.sql`select session_id from public.session_info`
  return new Set(rows.map((row) => String(row['session_id'])))
}

const deaths = WORKER_CALLS.flatMap((method) => [
  { method, when: 'before', at: 1 } as const,
  { method, when: 'after', at: 1 } as const,
])

test.each(deaths)('a worker dies $when $method: everybody is contacted once', async (death) => {
  await retireCampaigns(world)
  await world.frontend.sql`update public.contact_slots set active_campaign_id = null`
  const campaignId = await launchTo(world, phones(0, 5))
  const [known] = await sessionsOf(campaignId)
  // One session is there already, so that the existence check has something to settle.
  await world.backend
    .sql`insert into public.session_info (session_id) values (${known?.session ?? ''})`
  await workOrDie(death)
  await world.letPass(3)
  await workOrDie(death)
  await recover()
  const { planned, confirmed, needsDecision } = await accountingOf(world, campaignId)
  // What was surely begun but never arrived is left to a person: this receiver is not proven.
  expect([planned, confirmed + needsDecision]).toEqual([5, 5])
  for (const { session } of await sessionsOf(campaignId)) {
    expect(world.receiver.taken.get(session) ?? 0).toBeLessThanOrEqual(1)
  }
})

const takesSome: Behaviour = async (post, take, response) => {
  await take(post.sessions.slice(1))
  answer(response, 200, JSON.stringify({ accepted: post.sessions.length - 1 }))
}

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  takesAll,
  takesSome,
  takesAndDies,
  takesButFails: takesButSays(500, '{"message":"Error in workflow"}'),
  takesSilently: takesButSays(200, ''),
  failsWithoutTaking: says(500, ''),
  starts: says(200, 'n8n is starting up. Please wait'),
  limits: says(429, ''),
}

type Step =
  | {
      readonly kind: 'work'
      readonly behaviour: string
      readonly deaths: readonly (Death | null)[]
    }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'suppress'; readonly person: number }
  | { readonly kind: 'pause' | 'resume' | 'stop' }

const anyDeath = fc.option(
  fc.record({
    at: fc.integer({ min: 1, max: 14 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
)

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('work' as const),
      behaviour: fc.constantFrom(...Object.keys(BEHAVIOURS)),
      deaths: fc.array(anyDeath, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.constantFrom(1, 3, 9, 11),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('suppress' as const),
      person: fc.integer({ min: 0, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('pause' as const, 'resume' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stop' as const) }) },
)

let runs = 0

/** Five people of this run alone, in two campaigns. */
async function startRun() {
  await retireCampaigns(world)
  const to = phones(100 + 5 * (runs += 1), 5)
  const pools = [await addPool(world, to)]
  const one = await addDraft(world, { pools })
  const other = await addDraft(world, { pools })
  await world.launch(one)
  await world.launch(other)
  return { to, campaigns: [one, other] as const }
}

type Run = Awaited<ReturnType<typeof startRun>> & { readonly barred: Map<string, number> }

async function take(step: Step, run: Run): Promise<void> {
  const [one] = run.campaigns
  const change = (action: 'pause' | 'resume' | 'stop') =>
    world.store.setCampaignState(one, world.recruiter.userId, action).catch(() => null)
  switch (step.kind) {
    case 'work':
      world.receiver.behave(BEHAVIOURS[step.behaviour] ?? takesAll)
      await Promise.all(step.deaths.map(workOrDie))
      break
    case 'pass':
      await world.letPass(step.minutes)
      break
    case 'suppress': {
      const phone = run.to[step.person] ?? ''
      await world.frontend.sql`insert into public.suppressions (phone_e164, reason)
        values (${phone}, 'opted_out') on conflict do nothing`
      if (!run.barred.has(phone)) run.barred.set(phone, world.receiver.posts.length)
      break
    }
    default:
      await change(step.kind)
      if (step.kind === 'stop') run.barred.set(one, world.receiver.posts.length)
  }
}

/** What must be so whatever happened. */
async function assertPromises(run: Run, proven: boolean): Promise<void> {
  const existing = await existingSessions()
  const contacted = new Map<string, number>()
  for (const campaignId of run.campaigns) {
    const numbers = await accountingOf(world, campaignId)
    expect(numbers).toMatchObject({ planned: 5, waiting: 0 })
    const stoppedAt = run.barred.get(campaignId)
    for (const { session, delivery, phone } of await sessionsOf(campaignId)) {
      // Nothing is lost, and nothing is called sent that isn't.
      expect([session, delivery === 'confirmed']).toEqual([session, existing.has(session)])
      // Nobody is contacted twice, over campaigns neither, unless one was stopped and let them go.
      if (existing.has(session)) contacted.set(phone, (contacted.get(phone) ?? 0) + 1)
      const stopped = run.barred.has(run.campaigns[0])
      expect(contacted.get(phone) ?? 0).toBeLessThanOrEqual(stopped ? 2 : 1)
      if (!proven) expect(world.receiver.taken.get(session) ?? 0).toBeLessThanOrEqual(1)
      // Nobody is contacted against their will, or after a stop.
      const from = Math.min(stoppedAt ?? Infinity, run.barred.get(phone) ?? Infinity)
      const later = world.receiver.posts.slice(
        from === Infinity ? world.receiver.posts.length : from,
      )
      expect(later.filter((post) => post.sessions.includes(session))).toEqual([])
    }
  }
}

test.each([
  ['a receiver that is proven idempotent', true],
  ['any receiver', false],
])(
  'with %s, whatever dies and whatever is answered, nobody is contacted twice or lost',
  async (_case, proven) => {
    if (proven) await proveReceiver(world)
    else await world.frontend.sql`delete from public.settings where key = 'receiver'`
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 12 }), async (steps) => {
        const run: Run = { ...(await startRun()), barred: new Map() }
        for (const step of steps) await take(step, run)
        await take({ kind: 'resume' }, run)
        await recover()
        await assertPromises(run, proven)
      }),
      { numRuns: 12 },
    )
  },
)
