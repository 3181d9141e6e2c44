import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Death, dyingWorker, WORKER_CALLS } from '../support/dying-worker.ts'
import {
  accountingOf,
  addDraft,
  addPool,
  phones,
  retireCampaigns,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { takesAll } from '../support/test-receiver.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
  await world.frontend
    .sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 2}')`
})
beforeEach(() => world.receiver.behave(takesAll))
afterAll(() => world.close())

/** A run of a worker that may die in it. */
async function workOrDie(death: Death | null, ports = world.ports): Promise<void> {
  await world.work(dyingWorker(ports, death)).catch(() => null)
}

/** A campaign whose start has just come. */
async function launchScheduled(to: readonly string[]): Promise<string> {
  const pools = [await addPool(world, to)]
  const campaignId = await addDraft(world, { pools, startsAt: '2099-01-01T09:00:00Z' })
  await world.launch(campaignId)
  await world.frontend.sql`update public.campaigns set starts_at = now() where id = ${campaignId}`
  return campaignId
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

const deaths = WORKER_CALLS.flatMap((method) => [
  { method, when: 'before', at: 1 } as const,
  { method, when: 'after', at: 1 } as const,
])

test.each(deaths)('a worker dies $when $method: everybody is contacted once', async (death) => {
  await retireCampaigns(world)
  await world.frontend.sql`update public.contact_slots set active_campaign_id = null`
  const campaignId = await launchScheduled(phones(0, 5))
  const [known] = await sessionsOf(campaignId)
  // One session is there already, so that the existence check has something to settle.
  await world.backend
    .sql`insert into public.session_info (session_id) values (${known?.session ?? ''})`
  // First the backend can't be read, so that what was claimed is given back.
  const backend = { ...world.ports.backend, listExisting: () => Promise.reject(new Error('down')) }
  await workOrDie(death, { ...world.ports, backend })
  await world.letPass(3)
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
