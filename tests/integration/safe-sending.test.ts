/** Limits, expiry, scheduled starts, the pause on errors and the switch for all sending. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  accountingOf,
  addDraft,
  addPool,
  deliveriesOf,
  launchTo,
  freshPhones,
  retireCampaigns,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { says, takesAll } from '../support/test-receiver.ts'

let world: LaunchWorld

const change = (campaignId: string, action: 'pause' | 'resume' | 'unschedule') =>
  world.store.setCampaignState(campaignId, world.recruiter.userId, action)

async function reasonOf(campaignId: string): Promise<string> {
  const [row] = await world.frontend
    .sql`select state_reason from public.campaigns where id = ${campaignId}`
  return String(row?.['state_reason'])
}

/** A campaign scheduled for later, and the pool it reaches. */
async function schedule(to: readonly string[]) {
  const pool = await addPool(world, to)
  const campaignId = await addDraft(world, { pools: [pool], startsAt: '2099-01-01T09:00:00Z' })
  await world.launch(campaignId)
  return { campaignId, pool }
}

async function reachStart(campaignId: string): Promise<void> {
  await world.frontend.sql`update public.campaigns set starts_at = now() where id = ${campaignId}`
  await world.work()
}

async function addToPool(pool: string, phone: string): Promise<void> {
  const { sql } = world.frontend
  await sql`insert into public.people (phone_e164) values (${phone}) on conflict do nothing`
  await sql`insert into public.dataset_candidates (dataset_id, office_id, person_id, name, created_by)
    select ${pool}, ${world.officeId}, id, 'Joined', null from public.people where phone_e164 = ${phone}`
}

beforeAll(async () => {
  world = await createLaunchWorld()
})
beforeEach(async () => {
  await retireCampaigns(world)
  world.receiver.behave(takesAll)
})
afterAll(async () => {
  await world.close()
})

test('who was contacted as often as allowed is left out of the next campaign, until the time has passed', async () => {
  const { sql } = world.frontend
  const [brazil] = await sql`select private.phone_spellings('+5511961234567') as spellings`
  expect(brazil?.['spellings']).toContain('+551161234567')
  await sql`insert into public.settings (key, value)
    values ('contact_limits', '{"maxContacts": 1, "periodDays": 10}')`
  const to = freshPhones(2)
  const first = await launchTo(world, [to[0] ?? ''])
  await world.work()
  await retireCampaigns(world)
  const second = await launchTo(world, to)
  await world.work()
  expect(await accountingOf(world, second)).toMatchObject({ exclusions: { contact_cap: 1 } })
  await sql`update public.campaign_candidates set contacted_at = contacted_at - interval '11 days'
    where campaign_id = ${first}`
  const third = await addDraft(world, { pools: [await addPool(world, [to[0] ?? ''])] })
  expect(await world.preview(third)).toMatchObject({ ready: 1 })
  await sql`delete from public.settings where key = 'contact_limits'`
})

test('a post that was refused forgets no contact that the number had under another spelling', async () => {
  const [withNine, withoutNine] = ['+5511961234567', '+551161234567']
  const lastContact = async () => {
    const [slot] = await world.frontend
      .sql`select last_contacted_at from public.contact_slots where phone_e164 = ${withoutNine}`
    return slot?.['last_contacted_at'] as unknown
  }
  await launchTo(world, [withNine])
  await world.work()
  const contactedAt = await lastContact()
  expect(contactedAt).toBeInstanceOf(Date)
  await retireCampaigns(world)
  world.receiver.behave(says(429, ''))
  const refused = await launchTo(world, [withoutNine])
  await world.work()
  expect(await deliveriesOf(world, refused)).toEqual({ [withoutNine]: 'waiting' })
  expect(await lastContact()).toEqual(contactedAt)
})

test('a limit that is reached between claim and post keeps the person out of it', async () => {
  const { sql } = world.frontend
  const to = freshPhones(2)
  const campaignId = await launchTo(world, to)
  const [batch] = await world.store.claimBatches('test', 1)
  if (batch === undefined) throw new Error('nothing was claimed')
  const other = await addDraft(world, { pools: [] })
  await sql`insert into public.campaign_candidates (campaign_id, office_id, phone_e164, delivery_state, contacted_at)
    values (${other}, ${world.officeId}, ${to[0] ?? ''}, 'confirmed', now())`
  await sql`insert into public.settings (key, value) values ('contact_limits', '{"maxContacts": 1}')`
  expect(await world.store.beginPost(batch, 'hash')).toBe('changed')
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({
    sent: 1,
    exclusions: { contact_cap: 1 },
  })
  await sql`delete from public.settings where key = 'contact_limits'`
})

test('a task that waited too long is taken out and never sent, also while its campaign is paused', async () => {
  const { sql } = world.frontend
  const campaignId = await launchTo(world, freshPhones(3))
  const [row] =
    await sql`select bool_and(expires_at - now() between interval '6 days' and interval '7 days') as week
    from public.campaign_candidates where campaign_id = ${campaignId}`
  expect(row).toEqual({ week: true })
  await change(campaignId, 'pause')
  await sql`update public.campaign_candidates set expires_at = now() where campaign_id = ${campaignId}`
  const before = world.receiver.posts.length
  await world.work()
  await change(campaignId, 'resume').catch(() => null)
  await world.work()
  expect(world.receiver.posts.length).toBe(before)
  expect(await accountingOf(world, campaignId)).toMatchObject({
    waiting: 0,
    exclusions: { expired: 3 },
  })
  const open =
    await sql`select from public.launch_batches where campaign_id = ${campaignId} and state = 'waiting'`
  expect(open).toHaveLength(0)
})

test('a task that expires between claim and post is not posted; the others are', async () => {
  const to = freshPhones(2)
  const campaignId = await launchTo(world, to)
  const [batch] = await world.store.claimBatches('test', 1)
  if (batch === undefined) throw new Error('nothing was claimed')
  await world.frontend.sql`update public.campaign_candidates set expires_at = now()
    where campaign_id = ${campaignId} and phone_e164 = ${to[0] ?? ''}`
  expect(await world.store.beginPost(batch, 'hash')).toBe('changed')
  await world.work()
  expect(await deliveriesOf(world, campaignId)).toMatchObject({
    [to[0] ?? '']: 'excluded:expired',
  })
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1 })
})

test('at its start a campaign reaches who was looked at, less who left; who joined is told', async () => {
  const to = freshPhones(3)
  const { campaignId, pool } = await schedule(to)
  const joined = freshPhones(1)[0] ?? ''
  await addToPool(pool, joined)
  await world.frontend.sql`delete from public.dataset_candidates d using public.people p
    where p.id = d.person_id and d.dataset_id = ${pool} and p.phone_e164 = ${to[0] ?? ''}`
  await reachStart(campaignId)
  expect(await stateOf(world, campaignId)).toBe('running')
  expect(await reasonOf(campaignId)).toMatch(/1 person joined .* 1 person left/)
  expect(await accountingOf(world, campaignId)).toMatchObject({
    planned: 3,
    sent: 2,
    exclusions: { removed: 1 },
  })
  expect(world.receiver.posts.some(({ body }) => body.includes(joined))).toBe(false)
})

test('a job that was changed since is not sent without a word: the campaign waits for a person', async () => {
  const { campaignId } = await schedule(freshPhones(1))
  await world.frontend.sql`update public.jobs set salary_range = '£20 an hour'
    where id = (select job_id from public.campaigns where id = ${campaignId})`
  const before = world.receiver.posts.length
  await reachStart(campaignId)
  expect(await stateOf(world, campaignId)).toBe('paused')
  expect(await reasonOf(campaignId)).toMatch(/were changed after .* Resume .* draft/)
  expect(world.receiver.posts.length).toBe(before)
  expect(await accountingOf(world, campaignId)).toMatchObject({ posted: false })
  expect(await change(campaignId, 'unschedule')).toMatchObject({ state: 'draft' })
  expect(await world.launch(campaignId)).toMatchObject({ result: 'launched', state: 'running' })
})

test('a campaign of which somebody was contacted is no draft any more', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  await world.work()
  await change(campaignId, 'pause')
  await expect(change(campaignId, 'unschedule')).rejects.toMatchObject({ code: 'already_sent' })
  expect(await accountingOf(world, campaignId)).toMatchObject({ posted: true })
})

test('the switch for all sending holds launches, starts and resumed campaigns, and the numbers say why', async () => {
  const { sql } = world.frontend
  const running = await launchTo(world, freshPhones(1))
  const { campaignId: scheduled } = await schedule(freshPhones(1))
  const before = world.receiver.posts.length
  await sql`select public.set_sending_paused(${world.recruiter.userId}, 'The number is being changed')`
  await change(running, 'pause')
  await change(running, 'resume')
  await reachStart(scheduled)
  expect(await stateOf(world, scheduled)).toBe('scheduled')
  expect(world.receiver.posts.length).toBe(before)
  expect(await accountingOf(world, running)).toMatchObject({
    waiting: 1,
    sendingPaused: 'The number is being changed',
  })
  await sql`select public.set_sending_paused(${world.recruiter.userId}, null)`
  await world.work()
  expect(await accountingOf(world, running)).toMatchObject({ sent: 1, sendingPaused: null })
  expect(await stateOf(world, scheduled)).toBe('running')
})

test('too many errors pause a campaign with the reason; resumed, only new errors count', async () => {
  const { sql } = world.frontend
  await sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 6}')
    on conflict (key) do update set value = settings.value || excluded.value`
  const campaignId = await launchTo(world, freshPhones(24))
  const [batch] = await world.store.claimBatches('test', 1)
  if (batch === undefined) throw new Error('nothing was claimed')
  await world.store.beginPost(batch, 'hash')
  await world.store.finishPost(batch, { kind: 'refused', code: 'body_refused', retryable: false })
  const before = world.receiver.posts.length
  await world.work()
  expect(world.receiver.posts.length).toBe(before)
  expect(await stateOf(world, campaignId)).toBe('paused')
  expect(await reasonOf(campaignId)).toMatch(
    /6 of 6 people failed or may not have been reached.*20 %.*resume/,
  )
  await change(campaignId, 'resume')
  await world.work()
  expect(await stateOf(world, campaignId)).toBe('running')
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 18, failed: 6 })
})
