import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDraft, addJob, addPool, launchTo, freshPhones } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
afterAll(() => world.close())

async function personOf(phone: string): Promise<string> {
  const [row] = await world.frontend.sql`select id from public.people where phone_e164 = ${phone}`
  return String(row?.['id'])
}

function codes(preview: { problems: readonly { code: string }[] }): string[] {
  return preview.problems.map((problem) => problem.code)
}

test('each person is planned once, whatever pools and columns they are in', async () => {
  const to = freshPhones(3)
  const pools = [await addPool(world, to), await addPool(world, to.slice(1))]
  const preview = await world.preview(await addDraft(world, { pools }))
  expect(preview).toMatchObject({ planned: 3, ready: 3, excluded: {}, problems: [] })
})

test('everybody who is left out is listed with the first reason that fits', async () => {
  const [ready, optedOut, removed, busy] = freshPhones(4) as [string, string, string, string]
  await launchTo(world, [busy])
  await world.work()
  const pool = await addPool(world, [
    { name: 'Ready', phone: ready },
    { name: 'Opted out', phone: optedOut },
    { name: 'Removed', phone: removed },
    { name: 'Busy', phone: busy },
    { name: 'No number', phone: null },
    { name: 'Invalid', phone: null, given: '4.4E+11' },
    { name: 'Variant', phone: '+5511987654321' },
    { name: 'Same line', phone: '+551187654321' },
  ])
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${optedOut}, 'opted_out')`
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${removed}, 'opted_out')`
  const draft = await addDraft(world, {
    audience: { datasetIds: [pool], excludedPersonIds: [await personOf(removed)] },
  })
  const preview = await world.preview(draft)
  expect(preview.planned).toBe(8)
  expect(preview.ready).toBe(2)
  expect(preview.excluded).toEqual({
    opted_out: 1,
    removed: 1,
    active_elsewhere: 1,
    no_number: 1,
    invalid_number: 1,
    duplicate_number: 1,
  })
  const reasons = Object.fromEntries(
    preview.excludedPeople.map(({ name, reason }) => [name, reason]),
  )
  expect(reasons).toMatchObject({
    Removed: 'removed',
    Invalid: 'invalid_number',
    Busy: 'active_elsewhere',
  })
})

test('taking the first of a number out by hand lets the second have it', async () => {
  const pool = await addPool(world, ['+5521987654321', '+552187654321'])
  const [kept] = (await world.preview(await addDraft(world, { pools: [pool] }))).excludedPeople
  expect(kept?.reason).toBe('duplicate_number')
  const rows = await world.frontend
    .sql`select person_id, name from public.dataset_candidates where dataset_id = ${pool}`
  const first = rows.find((row) => row['name'] !== kept?.name)
  const draft = await addDraft(world, {
    audience: { datasetIds: [pool], excludedPersonIds: [String(first?.['person_id'])] },
  })
  expect(await world.preview(draft)).toMatchObject({ ready: 1, excluded: { removed: 1 } })
})

test('people of board columns and people picked by hand are in it', async () => {
  const [card, picked] = freshPhones(2) as [string, string]
  await addPool(world, [card, picked])
  const jobId = await addJob(world)
  await world.frontend
    .sql`insert into public.candidates (job_id, office_id, person_id, name, status, created_by)
    values (${jobId}, ${world.officeId}, ${await personOf(card)}, 'On the board', 'interested', null)`
  const draft = await addDraft(world, {
    jobId,
    audience: { columns: [{ jobId, key: 'interested' }], personIds: [await personOf(picked)] },
  })
  expect(await world.preview(draft)).toMatchObject({ planned: 2, ready: 2 })
})

test('people of another office are not, whatever the audience says', async () => {
  const [phone] = freshPhones(1) as [string]
  const [office] = await world.frontend
    .sql`insert into public.offices (name) values ('Leeds') returning id`
  const pool = await addPool({ ...world, officeId: String(office?.['id']) }, [phone])
  const draft = await addDraft(world, {
    audience: { datasetIds: [pool], personIds: [await personOf(phone)] },
  })
  expect(await world.preview(draft)).toMatchObject({ planned: 0 })
})

test.each([
  ['ids that are none', { datasetIds: ['x', null, 7] }],
  ['lists that are none', { datasetIds: 'all', columns: { a: 1 }, personIds: null }],
  ['columns that are none', { columns: ['x', null, { jobId: 'y' }] }],
  ['nothing', {}],
])('an audience of %s is an empty one', async (_case, audience) => {
  const preview = await world.preview(await addDraft(world, { audience }))
  expect(preview.planned).toBe(0)
  expect(codes(preview)).toEqual(['empty_audience'])
})

test('cool-down and cap leave out who was contacted lately by other campaigns', async () => {
  const { sql } = world.frontend
  const to = freshPhones(2)
  const campaignId = await launchTo(world, to)
  await world.work()
  await world.store.setCampaignState(campaignId, world.recruiter.userId, 'complete')
  const draft = await addDraft(world, { pools: [await addPool(world, to)] })
  expect(await world.preview(draft)).toMatchObject({ ready: 2 })
  await sql`insert into public.settings (key, value) values ('contact_limits', '{"maxContacts": 1}')`
  expect(await world.preview(draft)).toMatchObject({ excluded: { contact_cap: 2 } })
  await sql`update public.settings set value = '{"coolDownDays": 7}' where key = 'contact_limits'`
  expect(await world.preview(draft)).toMatchObject({ excluded: { cool_down: 2 } })
  await sql`update public.contact_slots set last_contacted_at = last_contacted_at - interval '8 days'`
  expect(await world.preview(draft)).toMatchObject({ ready: 2 })
  await sql`delete from public.settings where key = 'contact_limits'`
})

test('a conversation that has ended bars nobody, though its campaign runs on', async () => {
  const to = freshPhones(1)
  const campaignId = await launchTo(world, to)
  await world.work()
  const draft = await addDraft(world, { pools: [await addPool(world, to)] })
  expect(await world.preview(draft)).toMatchObject({ excluded: { active_elsewhere: 1 } })
  await world.frontend
    .sql`insert into public.session_evidence (session_id, matched_by, session_status)
    select session_id, 'session', 'completed' from public.campaign_candidates where campaign_id = ${campaignId}`
  expect(await world.preview(draft)).toMatchObject({ ready: 1 })
})

test('the same audience has the same hash, another one another', async () => {
  const to = freshPhones(2)
  const pool = await addPool(world, to)
  const draft = await addDraft(world, { pools: [pool] })
  const { hash } = await world.preview(draft)
  expect((await world.preview(draft)).hash).toBe(hash)
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${to[0] ?? ''}, 'manual')`
  expect((await world.preview(draft)).hash).not.toBe(hash)
})

test('what the agents would be told is part of the hash', async () => {
  const draft = await addDraft(world, { pools: [await addPool(world, freshPhones(1))] })
  const { hash } = await world.preview(draft)
  await world.frontend
    .sql`update public.campaign_targets set description = 'Ask twice' where campaign_id = ${draft}`
  expect((await world.preview(draft)).hash).not.toBe(hash)
})

test('a campaign without ground, purpose, target or disclosure says what is missing', async () => {
  const draft = await addDraft(world, { pools: [await addPool(world, freshPhones(1))] })
  const { sql } = world.frontend
  await sql`update public.campaigns set purpose = ' ', consent_basis = '', channels = '{whatsapp,call}',
    ends_at = now() - interval '1 day' where id = ${draft}`
  await sql`delete from public.campaign_targets where campaign_id = ${draft}`
  expect(codes(await world.preview(draft))).toEqual([
    'no_target',
    'no_purpose',
    'no_consent_basis',
    'ai_disclosure_not_in_call',
    'window_over',
  ])
  await sql`update public.campaigns set ai_disclosure = '' where id = ${draft}`
  expect(codes(await world.preview(draft))).toContain('no_ai_disclosure')
  await sql`update public.campaigns set ai_disclosure_waived_by = ${world.recruiter.userId} where id = ${draft}`
  expect(codes(await world.preview(draft))).not.toContain('no_ai_disclosure')
})

test('the disclosure is found whatever its case and spaces', async () => {
  const draft = await addDraft(world, { pools: [await addPool(world, freshPhones(1))] })
  await world.frontend
    .sql`update public.campaigns set first_message_chat = ${'Hi!\n i  am an\tai'} where id = ${draft}`
  expect(codes(await world.preview(draft))).toEqual([])
})

test('a viewer may look, others than the office’s people may not', async () => {
  const draft = await addDraft(world, { pools: [await addPool(world, freshPhones(1))] })
  const { sql } = world.frontend
  await sql`update public.profiles set role = 'viewer'`
  expect(await world.preview(draft)).toMatchObject({ ready: 1 })
  await sql`update public.profiles set role = 'recruiter', active = false`
  await expect(world.preview(draft)).rejects.toThrow('not yours to see')
  await sql`update public.profiles set active = true`
})
