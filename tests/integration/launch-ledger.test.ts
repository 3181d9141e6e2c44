import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionId } from '../../src/domain/campaign/session-id.ts'
import type { E164 } from '../../src/domain/phone/e164.ts'
import { DEFAULT_RULES } from '../../src/domain/status/status-rule.ts'
import { launchCampaign } from '../../src/launch/launch-campaign.ts'
import {
  accountingOf,
  addDraft,
  addJob,
  addPool,
  launchTo,
  freshPhones,
  phones,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
afterAll(() => world.close())

test('the ledger has a line for everybody planned, and batches for those who are ready', async () => {
  const [a, b] = freshPhones(2) as [string, string]
  const pool = await addPool(world, [
    { name: 'Ann Mary Lee', phone: a },
    { name: 'Bo', phone: b },
    { name: 'Cy', phone: null },
  ])
  const campaignId = await addDraft(world, { pools: [pool] })
  expect(await world.launch(campaignId)).toMatchObject({ result: 'launched', planned: 3 })
  const rows = await world.frontend.sql`
    select r.forename, r.surname, r.delivery_state, r.exclusion_reason, r.session_id,
      (r.batch_id is null) as outside, c.slug, c.uid
    from public.campaign_candidates r join public.campaigns c on c.id = r.campaign_id
    where r.campaign_id = ${campaignId} order by r.forename`
  const { slug, uid } = rows[0] as { slug: string; uid: string }
  expect(rows).toMatchObject([
    { forename: 'Ann', surname: 'Mary Lee', delivery_state: 'waiting', outside: false },
    { forename: 'Bo', surname: '', delivery_state: 'waiting', outside: false },
    { forename: 'Cy', delivery_state: 'excluded', exclusion_reason: 'no_number', session_id: null },
  ])
  expect(rows[0]?.['session_id']).toBe(sessionId(slug, uid, a as E164))
  expect(await accountingOf(world, campaignId)).toMatchObject({
    planned: 3,
    waiting: 2,
    excluded: 1,
  })
})

test('a repeated press answers with the same launch and writes nothing', async () => {
  const campaignId = await addDraft(world, { pools: [await addPool(world, freshPhones(2))] })
  const presses = await Promise.all([1, 2, 3].map(() => world.launch(campaignId)))
  expect(presses.map((press) => press.result).sort()).toEqual(['launched', 'repeated', 'repeated'])
  expect(new Set(presses.map((press) => 'launchId' in press && press.launchId)).size).toBe(1)
  expect(await accountingOf(world, campaignId)).toMatchObject({ planned: 2 })
})

test('an audience that changed since the preview is not launched; the difference is told', async () => {
  const to = freshPhones(3)
  const pool = await addPool(world, to)
  const campaignId = await addDraft(world, { pools: [pool] })
  const seen = await world.preview(campaignId)
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${to[0] ?? ''}, 'opted_out')`
  const press = {
    campaignId,
    actorId: world.recruiter.userId,
    previewHash: seen.hash,
  }
  expect(await launchCampaign(world.store, press)).toMatchObject({
    result: 'changed',
    preview: { planned: 3, ready: 2, excluded: { opted_out: 1 } },
    difference: { ready: { seen: 3, now: 2 }, opted_out: { seen: 0, now: 1 } },
  })
  expect(await stateOf(world, campaignId)).toBe('draft')
  expect(await world.launch(campaignId)).toMatchObject({ result: 'launched' })
})

test('content that changed while the payload was made is not launched', async () => {
  const campaignId = await addDraft(world, { pools: [await addPool(world, freshPhones(1))] })
  const { hash } = await world.preview(campaignId)
  const readSource = async (id: string) => ({
    ...(await world.store.readSource(id)),
    digest: 'of yesterday',
  })
  const press = { campaignId, actorId: world.recruiter.userId, previewHash: hash }
  expect(await launchCampaign({ ...world.store, readSource }, press)).toMatchObject({
    result: 'changed',
    difference: {},
  })
})

test('a campaign that is not ready is not launched', async () => {
  const campaignId = await addDraft(world, { pools: [await addPool(world, freshPhones(1))] })
  await world.frontend.sql`update public.campaigns set purpose = '' where id = ${campaignId}`
  await expect(world.launch(campaignId)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'no_purpose',
  })
})

test('a campaign with a start to come is scheduled, and begins by itself', async () => {
  const startsAt = '2099-01-01T09:00:00Z'
  const campaignId = await addDraft(world, {
    pools: [await addPool(world, freshPhones(1))],
    startsAt,
  })
  expect(await world.launch(campaignId)).toMatchObject({ state: 'scheduled' })
  const before = world.receiver.posts.length
  await world.work()
  expect(await stateOf(world, campaignId)).toBe('scheduled')
  expect(await accountingOf(world, campaignId)).toMatchObject({ waiting: 1 })
  await world.frontend.sql`update public.campaigns set starts_at = now() where id = ${campaignId}`
  await world.work()
  expect(await stateOf(world, campaignId)).toBe('running')
  expect(world.receiver.posts.length).toBeGreaterThan(before)
})

test('the rules are the defaults with the targets’ columns in their place', async () => {
  const jobId = await addJob(world)
  const { sql } = world.frontend
  const [column] = await sql`
    insert into public.kanban_columns (job_id, office_id, key, name, position)
    values (${jobId}, ${world.officeId}, 'trial-shift', 'Trial shift', 8) returning id`
  const pools = [await addPool(world, freshPhones(1))]
  const campaignId = await addDraft(world, { pools, jobId })
  await sql`insert into public.campaign_targets (campaign_id, name, objective_key, kind, column_id)
    values (${campaignId}, 'Trial', 'wants_trial', 'column', ${String(column?.['id'])})`
  await world.launch(campaignId)
  const rules = await sql`select objective_key, status, position from public.status_rules
    where campaign_id = ${campaignId} and rules_version = 1 order by position`
  expect(rules).toHaveLength(DEFAULT_RULES.length + 1)
  expect(rules).toContainEqual(
    expect.objectContaining({ objective_key: 'wants_trial', status: 'trial-shift' }),
  )
})

test('recipients are linked to their cards; the policy “launch” makes the missing ones', async () => {
  const [carded, new_] = freshPhones(2) as [string, string]
  const pools = [await addPool(world, [carded, new_])]
  const jobId = await addJob(world)
  const { sql } = world.frontend
  await sql`insert into public.candidates (job_id, office_id, person_id, name, created_by)
    select ${jobId}, ${world.officeId}, id, 'Has a card', null from public.people where phone_e164 = ${carded}`
  const links = (campaignId: string) => sql`
    select r.phone_e164 as phone, k.name from public.campaign_candidates r
    left join public.candidates k on k.id = r.candidate_id where r.campaign_id = ${campaignId} order by 1`
  const without = await addDraft(world, { pools, jobId, cardPolicy: 'interested' })
  await world.launch(without)
  expect(await links(without)).toEqual([
    { phone: carded, name: 'Has a card' },
    { phone: new_, name: null },
  ])
  const withCards = await addDraft(world, { pools, jobId, cardPolicy: 'launch' })
  await world.launch(withCards)
  expect(await links(withCards)).toEqual([
    { phone: carded, name: 'Has a card' },
    { phone: new_, name: 'Person 1' },
  ])
})

test('2,000 people are posted in batches of 500, everybody once', async () => {
  const { sql } = world.frontend
  const to = phones(0, 2000)
  await sql`update public.campaigns set state = 'completed' where state in ('running', 'scheduled')`
  const before = world.receiver.posts.length
  const campaignId = await launchTo(world, to)
  expect(await accountingOf(world, campaignId)).toMatchObject({ planned: 2000, excluded: 1 })
  await Promise.all([world.work(), world.work()])
  await world.letPass(3)
  await world.work()
  const posts = world.receiver.posts.slice(before)
  expect(posts.map((post) => post.sessions.length).toSorted((a, b) => a - b)).toEqual([
    499, 500, 500, 500,
  ])
  expect(new Set(posts.flatMap((post) => post.sessions)).size).toBe(1999)
  expect(await accountingOf(world, campaignId)).toMatchObject({
    confirmed: 1999,
    exclusions: { opted_out: 1 },
  })
})

test('a number erased at its owner’s wish stays barred when it is imported again', async () => {
  const [phone] = ['+447700900999'] as const
  const { sql } = world.frontend
  await sql`insert into public.erasures (kind, hmac) select 'phone', private.erasure_hmac(${phone})`
  const pool = await addPool(world, [phone])
  const preview = await world.preview(await addDraft(world, { pools: [pool] }))
  expect(preview.excluded).toEqual({ opted_out: 1 })
})

test('nobody but the bridge may launch, claim, post or settle', async () => {
  const { client } = world.recruiter
  const id = crypto.randomUUID()
  const calls = await Promise.all([
    client.rpc('launch_campaign', {
      p_campaign: id,
      p_actor: id,
      p_preview_hash: '',
      p_payload: {},
      p_rules: [],
      p_source_digest: '',
    }),
    client.rpc('claim_batches', { p_worker: 'me' }),
    client.rpc('settle_existing', { p_batch: id, p_claim: '', p_existing: [] }),
    client.rpc('release_batch', { p_batch: id, p_claim: '', p_code: '', p_delay_seconds: 0 }),
    client.rpc('begin_post', { p_batch: id, p_claim: '', p_payload_hash: '' }),
    client.rpc('finish_post', { p_batch: id, p_claim: '', p_outcome: {} }),
    client.rpc('due_reconciles', { p_worker: 'me' }),
    client.rpc('reconcile_batch', { p_batch: id, p_claim: '', p_existing: [], p_receiver: '' }),
    client.rpc('set_campaign_state', { p_campaign: id, p_actor: id, p_action: 'stop' }),
    client.rpc('retry_campaign', { p_campaign: id, p_actor: id, p_scope: 'failed' }),
    client.rpc('finish_campaigns'),
    client.rpc('claim_commands'),
    client.rpc('finish_commands', { p_done: [] }),
    client.rpc('campaign_source', { p_campaign: id }),
    client.rpc('record_receiver_test', {
      p_actor: id,
      p_receiver: '',
      p_idempotent: true,
      p_code: '',
    }),
  ])
  expect(calls.map((call) => call.error?.code)).toEqual(calls.map(() => '42501'))
})
