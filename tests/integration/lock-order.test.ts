/**
 * Sync, sending, reconciling, stopping and people's own changes lock the same rows. They do so in one
 * order (docs/data-model.md, "Locks"), so PostgreSQL never has to end one of them to free the others.
 */
import type postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runTick } from '../../src/sync/run-tick.ts'
import { launchTo, freshPhones, proveReceiver } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { actAs } from '../support/recruiter.ts'
import { backendPort, frontendPort } from '../support/sync-ports.ts'
import { takesAll, takesButSays } from '../support/test-receiver.ts'

let world: LaunchWorld
let watcher: postgres.Sql
let tick: () => ReturnType<typeof runTick>

beforeAll(async () => {
  world = await createLaunchWorld()
  watcher = world.frontend.connect()
  const ports = {
    backend: backendPort(world.backend.connect()),
    frontend: frontendPort(world.frontend.connect()),
  }
  tick = () => runTick(ports, { owner: 'test', trigger: 'command', force: true })
  await proveReceiver(world)
})
beforeEach(() => world.receiver.behave(takesAll))
afterAll(() => world.close())

/** Waits until some connection of this database waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await watcher`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    if (waiting.length > 0) return
  }
}

test('a tick that comes while a batch is being reconciled waits for it before it takes any recipient', async () => {
  const campaignId = await launchTo(world, freshPhones(5))
  world.receiver.behave(takesButSays(200, ''))
  await world.work()
  await world.letPass(3)
  const [due] = await world.store.dueReconciles('test', 1)
  if (!due) throw new Error('nothing is due')
  const { batchId, claim, sessions } = due
  const ticking: ReturnType<typeof runTick>[] = []
  await world.frontend.connect().begin(async (sql) => {
    await sql`select from public.launch_batches where id = ${batchId} for update`
    ticking.push(tick())
    await untilSomebodyWaits()
    const [row] = await sql`
      select public.reconcile_batch(${batchId}, ${claim}, ${[...sessions]}, '') as answer`
    expect(row?.['answer']).toMatchObject({ result: 'ok', confirmed: 5 })
  })
  expect(await ticking[0]).toMatchObject({ state: 'done', error: null })
  expect(
    await world.frontend.sql`select delivery_state, count(*)::int as n
    from public.campaign_candidates where campaign_id = ${campaignId} group by 1`,
  ).toEqual([{ delivery_state: 'confirmed', n: 5 }])
})

test('a stop that comes while the sync releases numbers lets it end first', async () => {
  const to = freshPhones(4)
  const campaignId = await launchTo(world, to)
  await world.work()
  await world.backend.sql`update public.session_info set session_status = 'completed'`
  const ticking: ReturnType<typeof runTick>[] = []
  await world.frontend.connect().begin(async (sql) => {
    // As a stop does: the campaign, its batches, then the slots.
    await sql`select from public.campaigns where id = ${campaignId} for no key update`
    await sql`select from public.launch_batches where campaign_id = ${campaignId} order by id for update`
    ticking.push(tick())
    await untilSomebodyWaits()
    await sql`select public.set_campaign_state(${campaignId}, ${world.recruiter.userId}, 'stop')`
  })
  expect(await ticking[0]).toMatchObject({ state: 'done', error: null })
})

test('a card is taken off the board beside a tick that moves it', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  await world.work()
  await tick()
  const [card] = await world.frontend.sql`
    with made as (
      insert into public.candidates (job_id, office_id, person_id, name, created_by)
      select g.job_id, r.office_id, r.person_id, 'Ann', null from public.campaign_candidates r
      join public.campaigns g on g.id = r.campaign_id where g.id = ${campaignId} returning id, person_id)
    update public.campaign_candidates r set candidate_id = made.id from made
    where r.campaign_id = ${campaignId} returning made.id, r.id as recipient`
  const recipient = String(card?.['recipient'])
  let removing: Promise<unknown> = Promise.resolve()
  const person = world.frontend.connect()
  await world.frontend.connect().begin(async (sql) => {
    await sql`select from public.campaign_candidates where id = ${recipient} for no key update`
    removing = actAs(person, world.recruiter.userId, world.officeId, async (tx) => {
      await tx`select public.remove_card(${String(card?.['id'])}, null)`
    })
    await untilSomebodyWaits()
    await sql`select private.rederive_recipients(${[recipient]}::uuid[])`
    await sql`select private.rederive_cards(${[String(card?.['id'])]}::uuid[])`
  })
  await expect(removing).resolves.not.toThrow()
})

test('everything at once never deadlocks', async () => {
  const campaigns = await Promise.all([1, 2, 3].map(() => launchTo(world, freshPhones(60))))
  await world.frontend.sql`update public.campaigns set ends_at = now() + interval '1 hour'`
  const faults: unknown[] = []
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (fault) {
      faults.push(fault)
    }
  }
  const rounds = async (work: () => Promise<unknown>, count: number) => {
    for (let round = 0; round < count; round += 1) await attempt(work)
  }
  world.receiver.behave(takesButSays(200, ''))
  const actor = world.recruiter.userId
  const ticks: unknown[] = []
  await Promise.all([
    rounds(async () => ticks.push((await tick()).error), 12),
    rounds(() => world.work(), 6),
    rounds(() => world.letPass(3).then(() => world.work()), 6),
    rounds(() => world.store.finishCampaigns(), 12),
    ...campaigns.map((id, index) =>
      attempt(async () => {
        for (let pause = 0; pause <= index * 3; pause += 1) await world.store.finishCampaigns()
        await world.store.setCampaignState(id, actor, 'stop')
      }),
    ),
  ])
  expect(faults).toEqual([])
  expect(ticks.filter((error) => error !== null)).toEqual([])
})
