import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  getCampaignResults,
  getCampaignSources,
  type ObjectiveResult,
} from '../../src/data/frontend/campaign-results.ts'
import { noteCampaignExport } from '../../src/data/frontend/campaign-export.ts'
import { listCampaignTimeline } from '../../src/data/frontend/campaign-timeline.ts'
import { getRecipientDelivery } from '../../src/data/frontend/recipient-delivery.ts'
import { listRecipients } from '../../src/data/frontend/recipients.ts'
import { addDraft, addPool, launchTo, phones } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
afterAll(() => world.close())

type Line = { readonly id: string; readonly session_id: string; readonly phone_e164: string }

async function ledger(campaignId: string): Promise<readonly Line[]> {
  return world.frontend.sql<
    Line[]
  >`select id, session_id, phone_e164 from public.campaign_candidates
    where campaign_id = ${campaignId} order by id`
}

/** What a session says now about one objective. */
async function answer(line: Line | undefined, key: string, value: unknown): Promise<void> {
  const { sql } = world.frontend
  const objectives = { [key]: { value, affirmed: value === true, at: null, eventId: null } }
  await sql`insert into public.session_evidence (session_id, recipient_id, office_id, matched_by, objectives)
    values (${line?.session_id ?? ''}, ${line?.id ?? ''}, ${world.officeId}, 'session', ${sql.json(objectives as never)})`
}

function named(objectives: readonly ObjectiveResult[], key: string): ObjectiveResult | undefined {
  return objectives.find((each) => each.key === key)
}

test('each value counts exactly the recipients that its list shows', async () => {
  const { client } = world.recruiter
  const campaignId = await launchTo(world, phones(0, 5))
  await world.frontend
    .sql`update public.campaign_candidates set delivery_state = 'confirmed' where campaign_id = ${campaignId}`
  const lines = await ledger(campaignId)
  await answer(lines[0], 'interested', true)
  await answer(lines[1], 'interested', true)
  await answer(lines[2], 'interested', false)
  await answer(lines[3], 'matrix_start', 'Monday, or "later"')

  const { reached, objectives } = await getCampaignResults(client, campaignId)
  expect(reached).toBe(5)
  expect(named(objectives, 'interested')).toMatchObject({ name: 'Interested', answered: 3 })
  expect(named(objectives, 'matrix_start')).toMatchObject({ name: null, answered: 1 })
  for (const { key, answered, values } of objectives) {
    for (const { value, count } of values) {
      const objective = { key, answer: { value } }
      expect((await listRecipients(client, campaignId, { objective })).total).toBe(count)
    }
    const any = await listRecipients(client, campaignId, { objective: { key, answer: 'any' } })
    expect(any.total).toBe(answered)
    const none = await listRecipients(client, campaignId, { objective: { key, answer: 'none' } })
    expect(none.total).toBe(reached - answered)
  }
})

test('the timeline names who launched, paused and exported, and who wrote the draft', async () => {
  const { client } = world.recruiter
  const campaignId = await launchTo(world, phones(10, 1))
  await world.store.setCampaignState(campaignId, world.recruiter.userId, 'pause')
  await noteCampaignExport(client, campaignId, 1)
  const lines = await listCampaignTimeline(client, campaignId)
  expect(lines.map(({ action }) => action)).toEqual(['export', 'pause', 'launch', 'create'])
  expect(lines.slice(0, 3).every(({ who }) => who !== null)).toBe(true)
  expect(lines[0]?.details).toEqual({ rows: 1 })
})

test('of a batch only the recipient’s own task is shown', async () => {
  const { client } = world.recruiter
  const campaignId = await launchTo(world, phones(20, 3))
  const [line] = await ledger(campaignId)
  const { task, batch, payload } = await getRecipientDelivery(client, line?.id ?? '')
  expect(task).toEqual({ session: line?.session_id, phone_number: line?.phone_e164 })
  expect(batch).toMatchObject({ position: 1, state: 'waiting', tasks: 3, payloadHash: null })
  expect(JSON.stringify(payload)).not.toContain('44770090')
})

test('a copy for the rest leaves out whom the original contacted, in any spelling', async () => {
  const { client } = world.recruiter
  const poolId = await addPool(world, phones(30, 4))
  const original = await addDraft(world, { pools: [poolId] })
  await world.launch(original)
  await world.frontend.sql`update public.campaign_candidates set delivery_state = case
    when phone_e164 in ${world.frontend.sql(phones(30, 2))} then 'confirmed' else 'failed' end where campaign_id = ${original}`
  await world.store.setCampaignState(original, world.recruiter.userId, 'stop')
  const copy = crypto.randomUUID()
  const { error } = await client.rpc('duplicate_campaign', {
    p_campaign: original,
    p_id: copy,
    p_name: 'Copy',
    p_slug: 'copy',
    p_uid: 'c00000001',
    p_without_contacted: true,
  })
  expect(error).toBeNull()
  const preview = await client.rpc('preview_campaign', { p_campaign: copy })
  expect(preview.data).toMatchObject({ planned: 4, ready: 2, excluded: { contacted_before: 2 } })
  expect((await listCampaignTimeline(client, copy)).at(-1)).toMatchObject({
    action: 'create',
    details: { copiedFrom: original },
  })
})

test('pools may be narrowed by trade and place', async () => {
  const { client } = world.recruiter
  const poolId = await addPool(world, phones(40, 3))
  const { sql } = world.frontend
  await sql`update public.dataset_candidates d set trade = x.trade, location = x.location, postcode = x.postcode
    from public.people p, (values (${phones(40, 1)[0] ?? ''}, 'Plumber', 'South London', ''),
      (${phones(41, 1)[0] ?? ''}, 'Pipe plumber', '', 'SE1 2AB'), (${phones(42, 1)[0] ?? ''}, 'Roofer', 'London', '')) as x(phone, trade, location, postcode)
    where d.dataset_id = ${poolId} and p.id = d.person_id and p.phone_e164 = x.phone`
  const planned = async (filter: { trade: string; place: string }) => {
    const campaign = await addDraft(world, { audience: { datasetIds: [poolId], filter } })
    const { data } = await client.rpc('preview_campaign', { p_campaign: campaign })
    return (data as { planned: number }).planned
  }
  expect(await planned({ trade: '', place: '' })).toBe(3)
  expect(await planned({ trade: 'plumb', place: '' })).toBe(2)
  expect(await planned({ trade: 'PLUMB', place: 'london' })).toBe(1)
  expect(await planned({ trade: '', place: 'se1 2' })).toBe(1)
})

test('who belongs to another office learns nothing of a campaign', async () => {
  const campaignId = await launchTo(world, phones(60, 1))
  const [line] = await ledger(campaignId)
  const { sql } = world.frontend
  await sql`delete from public.profile_offices where profile_id = ${world.recruiter.userId}`
  try {
    const { client } = world.recruiter
    expect((await getCampaignResults(client, campaignId)).reached).toBe(0)
    await expect(listCampaignTimeline(client, campaignId)).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(getRecipientDelivery(client, line?.id ?? '')).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(noteCampaignExport(client, campaignId, 1)).rejects.toMatchObject({
      kind: 'not-found',
    })
  } finally {
    await sql`insert into public.profile_offices (profile_id, office_id) values (${world.recruiter.userId}, ${world.officeId})`
  }
})

test('where the people come from is told in names, with who was left out, and adds up', async () => {
  const { client } = world.recruiter
  const poolId = await addPool(world, phones(600, 3))
  const draft = await addDraft(world, { pools: [poolId] })
  expect(await getCampaignSources(client, draft)).toMatchObject([{ planned: 0, ready: 0 }])
  const campaignId = await launchTo(world, phones(610, 4))
  await world.frontend.sql`update public.campaign_candidates
    set delivery_state = 'excluded', exclusion_reason = 'opted_out' where id = (
      select id from public.campaign_candidates where campaign_id = ${campaignId} limit 1)`
  const sources = await getCampaignSources(client, campaignId)
  const [pool] = await world.frontend.sql`select name from public.datasets d where d.id::text = (
    select source ->> 'id' from public.campaign_candidates where campaign_id = ${campaignId} limit 1)`
  expect(sources).toMatchObject([
    { source: { kind: 'dataset' }, name: String(pool?.['name']), planned: 4, ready: 3 },
  ])
})
