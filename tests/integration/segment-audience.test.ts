/** Saved segments as a part of a campaign's audience: whom they find is decided at the preview and the launch. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSegmentSize } from '../../src/data/frontend/segments.ts'
import { addDraft, addPool, deliveriesOf, freshPhones, launchTo } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
afterAll(() => world.close())

type Filter = { search?: string; tag?: string; place?: string }

async function addSegment(filter: Filter, { shared = true, officeId = world.officeId } = {}) {
  const { sql } = world.frontend
  const [row] =
    await sql`insert into public.people_segments (id, office_id, owner_id, name, shared, filter)
    values (gen_random_uuid(), ${officeId}, ${world.recruiter.userId}, 'Segment', ${shared}, ${sql.json(filter)}) returning id`
  return String(row?.['id'])
}

const draftOf = (segmentIds: readonly string[], datasetIds: readonly string[] = []) =>
  addDraft(world, { audience: { segmentIds, datasetIds } })

const sizeOf = (campaignId: string, segmentId: string) =>
  getSegmentSize(world.recruiter.client, campaignId, segmentId)

test('whom a segment finds is asked, each person once, with the exclusions of everybody else', async () => {
  const [ready, optedOut, pooled] = freshPhones(3) as [string, string, string]
  await addPool(world, [
    { name: 'Zebedee Ready', phone: ready },
    { name: 'Zebedee Out', phone: optedOut },
  ])
  const pool = await addPool(world, [{ name: 'Zebedee Pooled', phone: pooled }])
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${optedOut}, 'opted_out')`
  const segment = await addSegment({ search: 'zebedee' })
  const draft = await draftOf([segment], [pool])
  expect(await sizeOf(draft, segment)).toBe(3)
  const preview = await world.preview(draft)
  expect(preview).toMatchObject({
    planned: 3,
    ready: 2,
    excluded: { opted_out: 1 },
    sources: [
      { source: { kind: 'dataset', id: pool }, name: 'Pool', planned: 1, ready: 1 },
      { source: { kind: 'segment', id: segment }, name: '', planned: 2, ready: 1 },
    ],
  })
  await world.launch(draft)
  expect(await deliveriesOf(world, draft)).toEqual({
    [ready]: 'waiting',
    [optedOut]: 'excluded:opted_out',
    [pooled]: 'waiting',
  })
})

test('who comes into a segment after the preview is not contacted unseen', async () => {
  const [before, after] = freshPhones(2) as [string, string]
  await addPool(world, [{ name: 'Yolanda One', phone: before }])
  const draft = await draftOf([await addSegment({ search: 'yolanda' })])
  const { hash } = await world.preview(draft)
  await addPool(world, [{ name: 'Yolanda Two', phone: after }])
  const [source] = await world.frontend
    .sql`select md5(private.launch_source(${draft})::text) as digest`
  const [answer] = await world.frontend
    .sql`select public.launch_campaign(${draft}, ${world.recruiter.userId}, ${hash}, '{}', '[]', ${String(source?.['digest'])}) as answer`
  expect(answer?.['answer']).toMatchObject({
    result: 'changed',
    difference: { ready: { seen: 1, now: 2 } },
  })
})

test('a segment by tag, and by where people are known from, finds as the list does', async () => {
  const [tagged, plain] = freshPhones(2) as [string, string]
  const pool = await addPool(world, [
    { name: 'Xenia Tagged', phone: tagged },
    { name: 'Xenia Plain', phone: plain },
  ])
  await world.frontend
    .sql`update public.dataset_candidates set tags = '{night}' where dataset_id = ${pool} and name = 'Xenia Tagged'`
  const draft = await draftOf([await addSegment({ tag: 'night' })])
  expect(await world.preview(draft)).toMatchObject({ planned: 1, ready: 1 })
  const onBoard = await draftOf([await addSegment({ search: 'xenia', place: 'board' })])
  expect(await world.preview(onBoard)).toMatchObject({
    planned: 0,
    sources: [{ source: { kind: 'segment' }, planned: 0, ready: 0 }],
  })
})

test('who is known from an earlier campaign only is found by the name they had there', async () => {
  const [phone] = freshPhones(1) as [string]
  const earlier = await launchTo(world, [phone])
  const { sql } = world.frontend
  await sql`update public.campaign_candidates set forename = 'Wilhelmina' where campaign_id = ${earlier}`
  await sql`delete from public.dataset_candidates where person_id = (select id from public.people where phone_e164 = ${phone})`
  await sql`update public.campaigns set state = 'stopped' where id = ${earlier}`
  const draft = await draftOf([await addSegment({ search: 'wilhelmina' })])
  expect(await world.preview(draft)).toMatchObject({ planned: 1, ready: 1, excluded: {} })
})

test('a segment that is gone, or another office’s, finds nobody and keeps the launch from happening', async () => {
  const [other] = await world.frontend
    .sql`insert into public.offices (name) values ('Elsewhere') returning id`
  const [phone] = freshPhones(1) as [string]
  const pool = await addPool(world, [{ name: 'Vera', phone }])
  const foreign = await addSegment({ search: 'vera' }, { officeId: String(other?.['id']) })
  for (const segment of [crypto.randomUUID(), foreign]) {
    const draft = await draftOf([segment], [pool])
    expect(await sizeOf(draft, segment)).toBeNull()
    const preview = await world.preview(draft)
    expect(preview).toMatchObject({ planned: 1, problems: [{ code: 'segment_gone' }] })
    await expect(world.launch(draft)).rejects.toMatchObject({ code: 'segment_gone' })
  }
})

test('one’s own segment serves a campaign of any office, with that office’s people only', async () => {
  const [other] = await world.frontend
    .sql`insert into public.offices (name) values ('Own') returning id`
  const [phone] = freshPhones(1) as [string]
  await addPool({ frontend: world.frontend, officeId: String(other?.['id']) }, [
    { name: 'Ulrika Elsewhere', phone },
  ])
  const options = { shared: false, officeId: String(other?.['id']) }
  const draft = await draftOf([await addSegment({ search: 'ulrika' }, options)])
  expect(await world.preview(draft)).toMatchObject({
    planned: 0,
    problems: [{ code: 'empty_audience' }],
  })
})
