/** The people of a draft's audience: picked by hand, left out, or sharing a number. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  findAudiencePeople,
  listAudiencePeople,
  listExcludedPeople,
  listSharedNumbers,
} from '../../src/data/frontend/audience-people.ts'
import { addDraft, addPool, phones } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
afterAll(() => world.close())

async function peopleOf(pool: string): Promise<Map<string, string>> {
  const rows = await world.frontend
    .sql`select name, person_id from public.dataset_candidates where dataset_id = ${pool}`
  return new Map(rows.map((row) => [String(row['name']), String(row['person_id'])]))
}

test('people are found by a part of their name or number, with where they are known from', async () => {
  const [ann = '', bea = ''] = phones(10, 2)
  const pool = await addPool(world, [
    { name: 'Ann Mercer', phone: ann },
    { name: 'Bea 100%', phone: bea },
  ])
  const draft = await addDraft(world, {})
  const find = (search: string) => findAudiencePeople(world.recruiter.client, draft, search)
  const found = await find('merc')
  expect(found).toMatchObject({ more: false, items: [{ name: 'Ann Mercer', phone: ann }] })
  expect(found.items[0]?.places).toEqual([{ kind: 'dataset', id: pool, name: 'Pool' }])
  expect((await find('07700 900011')).items).toMatchObject([{ name: 'Bea 100%' }])
  expect((await find('100%')).items).toHaveLength(1)
  expect((await find('%')).items).toHaveLength(1)
  expect((await find(' ')).items).toEqual([])
})

test('a search that fits more people than are shown says so', async () => {
  await addPool(
    world,
    phones(100, 60).map((phone, at) => ({ phone, name: `Many ${100 + at}` })),
  )
  const found = await findAudiencePeople(world.recruiter.client, await addDraft(world, {}), 'many')
  expect(found.more).toBe(true)
  expect(found.items.map((person) => person.name)).toEqual(
    Array.from({ length: 50 }, (_, at) => `Many ${100 + at}`),
  )
})

test('people of other offices are neither found nor named', async () => {
  const [phone = ''] = phones(20, 1)
  const [office] = await world.frontend
    .sql`insert into public.offices (name) values ('Leeds') returning id`
  const pool = await addPool({ ...world, officeId: String(office?.['id']) }, [
    { name: 'Elsewhere', phone },
  ])
  const personId = (await peopleOf(pool)).get('Elsewhere') ?? ''
  const draft = await addDraft(world, {})
  const { client } = world.recruiter
  expect((await findAudiencePeople(client, draft, 'Elsewhere')).items).toEqual([])
  expect((await findAudiencePeople(client, draft, phone)).items).toEqual([])
  expect(await listAudiencePeople(client, draft, [personId])).toEqual([
    { personId, name: '', phone: null, places: [] },
  ])
  const theirs = await addDraft({ ...world, officeId: String(office?.['id']) }, {})
  for (const ask of [
    () => findAudiencePeople(client, theirs, 'Elsewhere'),
    () => listAudiencePeople(client, theirs, [personId]),
    () => listExcludedPeople(client, theirs),
    () => listSharedNumbers(client, theirs),
  ]) {
    await expect(ask()).rejects.toMatchObject({ code: 'campaign_not_found' })
  }
})

test('picked people are named in the order in which they were picked', async () => {
  const pool = await addPool(
    world,
    phones(200, 230).map((phone, at) => ({ phone, name: `Picked ${at}` })),
  )
  const people = [...(await peopleOf(pool)).values()].reverse()
  const named = await listAudiencePeople(
    world.recruiter.client,
    await addDraft(world, { audience: { personIds: people } }),
    people,
  )
  expect(named.map((person) => person.personId)).toEqual(people)
})

test('everybody who is left out can be looked at, page by page and reason by reason', async () => {
  const nameless = Array.from({ length: 230 }, (_, at) => ({
    name: `No number ${at}`,
    phone: null,
  }))
  const pool = await addPool(world, [
    ...nameless,
    { name: 'Invalid', phone: null, given: '4.4E+11' },
    ...phones(30, 1),
  ])
  const draft = await addDraft(world, { pools: [pool] })
  const { client } = world.recruiter
  const pages = await Promise.all(
    [0, 1, 2, 3].map((page) => listExcludedPeople(client, draft, { reason: 'no_number', page })),
  )
  expect(pages.map((page) => [page.items.length, page.total])).toEqual([
    [100, 230],
    [100, 230],
    [30, 230],
    [0, 230],
  ])
  expect(new Set(pages.flatMap((page) => page.items.map((person) => person.name))).size).toBe(230)
  expect(await listExcludedPeople(client, draft, { reason: 'invalid_number' })).toMatchObject({
    total: 1,
    items: [{ name: 'Invalid', phone: '4.4E+11', personId: null }],
  })
  expect((await listExcludedPeople(client, draft)).total).toBe(231)
})

test('of two people under one number the recruiter picks who is contacted', async () => {
  const pool = await addPool(world, [
    { name: 'First', phone: '+5541987654321' },
    { name: 'Second', phone: '+554187654321' },
    { name: 'Alone', phone: '+5541987654322' },
  ])
  const people = await peopleOf(pool)
  const [first = '', second = ''] = [people.get('First'), people.get('Second')]
  const { client } = world.recruiter
  const chosenOf = async (draft: string) => {
    const { items, total } = await listSharedNumbers(client, draft)
    expect(total).toBe(1)
    return items[0]?.people.filter((person) => person.chosen).map((person) => person.personId)
  }
  const asFound = await addDraft(world, { pools: [pool] })
  expect(await world.preview(asFound)).toMatchObject({
    ready: 2,
    excluded: { duplicate_number: 1 },
  })
  const [before] = (await chosenOf(asFound)) ?? []
  const other = before === first ? second : first

  const preferring = async (preferredPersonIds: string[]) =>
    addDraft(world, { audience: { datasetIds: [pool], preferredPersonIds } })
  const draft = await preferring([other])
  expect(await chosenOf(draft)).toEqual([other])
  expect((await world.preview(draft)).hash).not.toBe((await world.preview(asFound)).hash)

  await world.launch(draft)
  const ledger = await world.frontend.sql`select person_id, exclusion_reason
    from public.campaign_candidates where campaign_id = ${draft} and person_id in (${first}, ${second})`
  expect(ledger.find((row) => row['person_id'] === other)).toMatchObject({ exclusion_reason: null })
  expect(ledger.find((row) => row['person_id'] === before)).toMatchObject({
    exclusion_reason: 'duplicate_number',
  })
})
