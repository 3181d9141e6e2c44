/** Quiet hours hold people back and let them go again; none is dropped, none sent outside them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ANY_TIME, hourFromNow, reachHeld, setHours } from '../support/contact-hours.ts'
import {
  accountingOf,
  addDraft,
  addPool,
  deliveriesOf,
  launchTo,
  freshPhones,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { says, takesAll } from '../support/test-receiver.ts'

let world: LaunchWorld

/** A launched campaign whose hours, on its own clock, are `hours` from now. */
async function launchShut(to: readonly string[], hours = 2): Promise<string> {
  const campaignId = await launchTo(world, to)
  await setHours(world.frontend.sql, campaignId, await hourFromNow(world.frontend.sql, hours))
  return campaignId
}

const postsOf = (to: readonly string[]) =>
  world.receiver.posts.filter(({ body }) => to.some((phone) => body.includes(phone))).length

beforeAll(async () => {
  world = await createLaunchWorld()
})
beforeEach(() => world.receiver.behave(takesAll))
afterAll(() => world.close())

test('outside the hours people are held with the reason and until when, and sent when they come', async () => {
  const to = freshPhones(3)
  const campaignId = await launchShut(to)
  await world.work()
  expect(postsOf(to)).toBe(0)
  expect(await accountingOf(world, campaignId)).toMatchObject({
    planned: 3,
    held: 3,
    waiting: 0,
    sent: 0,
  })
  const held = await world.frontend.sql`
    select delivery_code, held_until > now() as later, held_until = b.next_attempt_at as due_then
    from public.campaign_candidates r join public.launch_batches b on b.id = r.batch_id
    where r.campaign_id = ${campaignId}`
  expect(held.map((row) => ({ ...row }))).toEqual(
    to.map(() => ({ delivery_code: 'quiet_hours', later: true, due_then: true })),
  )
  await reachHeld(world.frontend.sql, campaignId)
  await world.work()
  expect(postsOf(to)).toBe(1)
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 3, held: 0 })
})

test('everybody’s own clock decides: one batch goes out in parts', async () => {
  const to = freshPhones(3)
  const campaignId = await launchTo(world, to)
  const { sql } = world.frontend
  // Open in London now; for Auckland the same wall hours are half a day away.
  await setHours(sql, campaignId, await hourFromNow(sql, 0))
  await sql`update public.people set time_zone = 'Pacific/Auckland' where phone_e164 = ${to[1] ?? ''}`
  await world.work()
  const deliveries = await deliveriesOf(world, campaignId)
  expect(deliveries[to[1] ?? '']).toBe('held:quiet_hours')
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 2, held: 1 })
  await reachHeld(sql, campaignId)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 3, held: 0 })
  expect(postsOf(to)).toBe(2)
})

test('a person without a zone is where the campaign is, and that where the office is', async () => {
  const [a] = freshPhones(1)
  const campaignId = await launchTo(world, [a ?? ''])
  const { sql } = world.frontend
  await setHours(sql, campaignId, await hourFromNow(sql, 0, 'Pacific/Auckland'))
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ held: 1 })
  await sql`update public.campaigns set time_zone = 'Pacific/Auckland' where id = ${campaignId}`
  await sql`update public.launch_batches set next_attempt_at = now() where campaign_id = ${campaignId}`
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1 })
})

test('a batch that was claimed in time and comes too late is not posted', async () => {
  const to = freshPhones(2)
  const campaignId = await launchTo(world, to)
  const [batch] = await world.store.claimBatches('test', 2)
  if (batch === undefined) throw new Error('nothing was claimed')
  await setHours(world.frontend.sql, campaignId, await hourFromNow(world.frontend.sql, 2))
  expect(await world.store.beginPost(batch, 'hash')).toBe('changed')
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ held: 2, sent: 0 })
  expect(postsOf(to)).toBe(0)
})

test('a retry that falls into the night waits for the morning, with the attempts it had', async () => {
  const to = freshPhones(2)
  const campaignId = await launchTo(world, to)
  const { sql } = world.frontend
  world.receiver.behave(says(429, '{}'))
  await world.work()
  world.receiver.behave(takesAll)
  await setHours(sql, campaignId, await hourFromNow(sql, 2))
  await world.letPass(60)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ held: 2 })
  await reachHeld(sql, campaignId)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 2 })
  const [row] = await sql`select max(attempts) as attempts from public.launch_batches
    where campaign_id = ${campaignId}`
  expect(row).toMatchObject({ attempts: 2 })
})

test('who opts out while held is excluded, never sent', async () => {
  const to = freshPhones(2)
  const campaignId = await launchShut(to)
  await world.work()
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${to[0] ?? ''}, 'opted_out')`
  await reachHeld(world.frontend.sql, campaignId)
  await world.work()
  expect(await deliveriesOf(world, campaignId)).toMatchObject({
    [to[0] ?? '']: 'excluded:opted_out',
  })
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1, excluded: 1, held: 0 })
})

test('held people are ended by a stop and by the campaign’s end like those who wait', async () => {
  const stopped = await launchShut(freshPhones(1))
  const over = await launchShut(freshPhones(1))
  await world.work()
  await world.store.setCampaignState(stopped, world.recruiter.userId, 'stop')
  await world.frontend.sql`update public.campaigns set ends_at = now() where id = ${over}`
  await world.work()
  expect(await accountingOf(world, stopped)).toMatchObject({ exclusions: { stopped: 1 }, held: 0 })
  expect(await accountingOf(world, over)).toMatchObject({ exclusions: { window_over: 1 }, held: 0 })
})

test('a campaign without hours has the agency’s, and without those sensible ones', async () => {
  const { sql } = world.frontend
  const campaignId = await addDraft(world, { pools: [await addPool(world, freshPhones(1))] })
  const [open] = await sql`select private.calling_window(${campaignId}) as hours`
  expect(open?.['hours']).toEqual(ANY_TIME)
  await sql.begin(async (tx) => {
    await tx`delete from public.settings where key = 'calling_hours'`
    const [row] = await tx`select private.calling_window(${campaignId}) as hours`
    expect(row?.['hours']).toEqual({ days: [1, 2, 3, 4, 5, 6], from: '09:00', to: '20:00' })
    await tx`insert into public.settings (key, value) values ('calling_hours', '{"from": "late"}')`
    const [broken] = await tx`select private.calling_window(${campaignId}) as hours`
    expect(broken?.['hours']).toMatchObject({ from: '09:00' })
  })
})

test('a recruiter tells where somebody is, and who is held for it is looked at anew', async () => {
  const to = freshPhones(1)
  const campaignId = await launchTo(world, to)
  const { sql } = world.frontend
  await setHours(sql, campaignId, await hourFromNow(sql, 0, 'Pacific/Auckland'))
  await world.work()
  const [person] =
    await sql`select person_id from public.campaign_candidates where campaign_id = ${campaignId}`
  const tell = (zone: string) =>
    world.recruiter.client.rpc('set_person_time_zone', {
      p_person: String(person?.['person_id']),
      p_time_zone: zone,
    })
  expect((await tell('Mars/Base')).error).toMatchObject({ details: 'invalid:time_zone_unknown' })
  expect((await tell('Pacific/Auckland')).error).toBeNull()
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1, held: 0 })
})

test('hours that are changed reach at once who is held for the old ones', async () => {
  const { sql } = world.frontend
  const campaignId = await launchShut(freshPhones(1))
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ held: 1 })
  await setHours(sql, campaignId, ANY_TIME)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ held: 0, sent: 1 })
})

test('so do the agency’s hours and the office’s zone, in campaigns without their own', async () => {
  const { sql } = world.frontend
  const setAgency = async (window: object) =>
    sql`insert into public.settings (key, value) values ('calling_hours', ${sql.json({ ...window })})
      on conflict (key) do update set value = excluded.value`
  const campaignId = await launchTo(world, freshPhones(1))
  await setAgency(await hourFromNow(sql, 2))
  await world.work()
  const heldUntil = async () => {
    const [row] = await sql`select held_until from public.campaign_candidates
      where campaign_id = ${campaignId} and delivery_state = 'held'`
    return row?.['held_until'] as Date
  }
  const before = await heldUntil()
  await setAgency(await hourFromNow(sql, 3))
  await world.work()
  expect((await heldUntil()).getTime()).toBeGreaterThan(before.getTime())

  await setAgency(await hourFromNow(sql, 0, 'Pacific/Auckland'))
  await world.work()
  await sql`update public.offices set time_zone = 'Pacific/Auckland' where id = ${world.officeId}`
  await world.work()
  await sql`update public.offices set time_zone = 'Europe/London' where id = ${world.officeId}`
  await setAgency(ANY_TIME)
  expect(await accountingOf(world, campaignId)).toMatchObject({ held: 0, sent: 1 })
})

test('to whom WhatsApp wants nothing sent for a while is held until then, and says why', async () => {
  const { sql } = world.frontend
  const to = freshPhones(2)
  const campaignId = await launchTo(world, to)
  await sql`insert into public.contact_slots (phone_e164, not_before)
    values (${to[0] ?? ''}, now() + interval '5 hours')`
  await world.work()
  expect(await deliveriesOf(world, campaignId)).toMatchObject({ [to[0] ?? '']: 'held:backed_off' })
  expect(await accountingOf(world, campaignId)).toMatchObject({ held: 1, sent: 1 })
})
