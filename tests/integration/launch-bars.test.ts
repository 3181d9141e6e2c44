/** Who is barred, and from when to when: wishes that were taken back, other spellings, other campaigns. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  accountingOf,
  addDraft,
  addPool,
  freshPhones,
  launchTo,
  retireCampaigns,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { says, takesAll } from '../support/test-receiver.ts'

let world: LaunchWorld

const change = (campaignId: string, action: 'pause' | 'complete') =>
  world.store.setCampaignState(campaignId, world.recruiter.userId, action)

async function previewOf(to: readonly string[]) {
  return world.preview(await addDraft(world, { pools: [await addPool(world, to)] }))
}

beforeAll(async () => {
  world = await createLaunchWorld()
})
beforeEach(async () => {
  await retireCampaigns(world)
  await world.frontend.sql`delete from public.settings where key = 'contact_limits'`
  world.receiver.behave(takesAll)
})
afterAll(() => world.close())

test('who took their opt-out back is contacted again, and barred again if they opt out again', async () => {
  const { sql } = world.frontend
  const to = freshPhones(1)
  const [phone = ''] = to
  const suppress = () =>
    sql`insert into public.suppressions (phone_e164, reason) values (${phone}, 'opted_out')`
  await suppress()
  expect(await previewOf(to)).toMatchObject({ excluded: { opted_out: 1 } })
  await sql`update public.suppressions set lifted_at = now(), lifted_reason = 'start-message'
    where phone_e164 = ${phone}`
  const campaignId = await launchTo(world, to)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1 })
  await suppress()
  expect(await previewOf(to)).toMatchObject({ excluded: { opted_out: 1 } })
})

test('whoever a paused campaign talks to is not contacted by another one', async () => {
  const to = freshPhones(1)
  const campaignId = await launchTo(world, to)
  await world.work()
  await change(campaignId, 'pause')
  expect(await previewOf(to)).toMatchObject({ excluded: { active_elsewhere: 1 } })
})

test.each([
  ['cool-down', { coolDownDays: 7 }],
  ['cap', { maxContacts: 1 }],
])('a campaign’s own earlier try doesn’t count against its %s', async (_limit, limits) => {
  const { sql } = world.frontend
  const campaignId = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(500, ''))
  await world.work()
  for (const minutes of [3, 9]) {
    await world.letPass(minutes)
    await world.work()
  }
  expect(await accountingOf(world, campaignId)).toMatchObject({ needsDecision: 1 })
  await sql`insert into public.settings (key, value) values ('contact_limits', ${sql.json(limits)})`
  await change(campaignId, 'complete') // frees the number for others
  world.receiver.behave(takesAll)
  await world.store.retryCampaign(campaignId, world.recruiter.userId, 'needs-decision')
  const before = world.receiver.posts.length
  await world.work()
  expect(world.receiver.posts.length).toBe(before + 1)
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1, needsDecision: 0 })
})

test('“not contacted in” leaves out everybody to whom something may have gone, and nobody else', async () => {
  const { sql } = world.frontend
  const to = freshPhones(6)
  const earlier = await launchTo(world, to)
  const states = ['waiting', 'sending', 'unconfirmed', 'confirmed', 'failed', 'excluded']
  for (const [index, state] of states.entries()) {
    await sql`update public.campaign_candidates set delivery_state = ${state},
        exclusion_reason = ${state === 'excluded' ? 'removed' : null}
      where campaign_id = ${earlier} and phone_e164 = ${to[index] ?? ''}`
  }
  const pool = await addPool(world, to)
  const draft = await addDraft(world, {
    audience: { datasetIds: [pool], notContactedIn: [earlier] },
  })
  const { ready, excludedPeople } = await world.preview(draft)
  expect(ready).toBe(3)
  expect(excludedPeople.map(({ name, reason }) => `${name}: ${reason}`).toSorted()).toEqual([
    'Person 1: contacted_before',
    'Person 2: contacted_before',
    'Person 3: contacted_before',
  ])
})

test('a campaign that would end before it starts is not ready', async () => {
  const pool = await addPool(world, freshPhones(1))
  const draft = await addDraft(world, { pools: [pool], startsAt: '2099-01-02T09:00:00Z' })
  await world.frontend
    .sql`update public.campaigns set ends_at = '2099-01-01T09:00:00Z' where id = ${draft}`
  expect((await world.preview(draft)).problems).toMatchObject([{ code: 'window_over' }])
})

test('whoever is left out takes no place in a batch: the batches are full and everybody is in one', async () => {
  const { sql } = world.frontend
  const to = freshPhones(7)
  await sql`insert into public.suppressions (phone_e164, reason)
    select unnest(${to.slice(0, 4)}::text[]), 'opted_out'`
  await sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 2}')
    on conflict (key) do update set value = excluded.value`
  const campaignId = await launchTo(world, to)
  const before = world.receiver.posts.length
  await world.work()
  await sql`delete from public.settings where key = 'sending'`
  const sent = world.receiver.posts.slice(before).map(({ sessions }) => sessions.length)
  expect(sent.toSorted((a, b) => a - b)).toEqual([1, 2])
  expect(await accountingOf(world, campaignId)).toMatchObject({
    sent: 3,
    waiting: 0,
    exclusions: { opted_out: 4 },
  })
})

test('whoever another campaign talks to is contacted where the recruiter allows it', async () => {
  const to = freshPhones(1)
  await launchTo(world, to)
  await world.work()
  const draft = await addDraft(world, { pools: [await addPool(world, to)] })
  expect(await world.preview(draft)).toMatchObject({ excluded: { active_elsewhere: 1 } })
  await world.frontend
    .sql`update public.campaigns set contact_active_elsewhere = true where id = ${draft}`
  expect(await world.preview(draft)).toMatchObject({ ready: 1, excluded: {} })
})
