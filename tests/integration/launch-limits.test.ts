/** Whose clock and whose limit decides, where two of them say otherwise. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hourFromNow, setHours } from '../support/contact-hours.ts'
import {
  accountingOf,
  addDraft,
  addPool,
  deliveriesOf,
  freshPhones,
  launchTo,
  retireCampaigns,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { takesAll } from '../support/test-receiver.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
beforeEach(async () => {
  await retireCampaigns(world)
  world.receiver.behave(takesAll)
})
afterAll(() => world.close())

test('a person’s own clock goes before the campaign’s', async () => {
  const { sql } = world.frontend
  const [here = '', far = ''] = freshPhones(2)
  const campaignId = await launchTo(world, [here, far])
  await sql`update public.campaigns set time_zone = 'Europe/London' where id = ${campaignId}`
  await sql`update public.people set time_zone = 'Asia/Kolkata' where phone_e164 = ${far}`
  await setHours(sql, campaignId, await hourFromNow(sql, 0))
  await world.work()
  expect(await deliveriesOf(world, campaignId)).toEqual({
    [here]: 'unconfirmed:acknowledged',
    [far]: 'held:quiet_hours',
  })
})

test('who is to be left in peace for some hours is held until the hours after them', async () => {
  const { sql } = world.frontend
  const [phone = ''] = freshPhones(1)
  const campaignId = await launchTo(world, [phone])
  await setHours(sql, campaignId, await hourFromNow(sql, 0))
  await sql`insert into public.contact_slots (phone_e164, not_before)
    values (${phone}, now() + interval '3 hours')`
  await world.work()
  // Within the three hours the day's only hour is over.
  const [row] =
    await sql`select delivery_code as code, held_until > now() + interval '20 hours' as is_later
    from public.campaign_candidates where campaign_id = ${campaignId}`
  expect(row).toEqual({ code: 'backed_off', is_later: true })
})

test('whoever is taken out by hand before a scheduled start is not contacted', async () => {
  const { sql } = world.frontend
  const [kept = '', removed = ''] = freshPhones(2)
  const pools = [await addPool(world, [kept, removed])]
  const campaignId = await addDraft(world, { pools, startsAt: '2099-01-01T09:00:00Z' })
  await world.launch(campaignId)
  await sql`update public.campaigns c set starts_at = now(),
      audience = c.audience || jsonb_build_object('excludedPersonIds', jsonb_build_array(p.id))
    from public.people p where c.id = ${campaignId} and p.phone_e164 = ${removed}`
  await world.work()
  expect(await deliveriesOf(world, campaignId)).toEqual({
    [kept]: 'unconfirmed:acknowledged',
    [removed]: 'excluded:removed',
  })
})

test.each([
  [20, 'running'],
  [10, 'paused'],
])('five errors among thirty, where %i %% are allowed, leave it %s', async (percent, state) => {
  const { sql } = world.frontend
  const campaignId = await launchTo(world, freshPhones(30))
  await world.work()
  await sql`update public.campaign_candidates set delivery_state = 'failed', delivery_code = 'gone'
    where id in (select id from public.campaign_candidates where campaign_id = ${campaignId} limit 5)`
  await sql`update public.campaigns set error_percent = ${percent} where id = ${campaignId}`
  await world.work()
  expect(await stateOf(world, campaignId)).toBe(state)
  expect(await accountingOf(world, campaignId)).toMatchObject({ failed: 5, sent: 25 })
})
