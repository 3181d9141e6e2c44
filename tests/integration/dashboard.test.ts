/** What the first page counts, for whom. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshFrontend, type FreshDatabase } from '../support/fresh-database.ts'
import { actAs } from '../support/recruiter.ts'
import { seedTwoOffices, type TwoOffices } from '../support/two-offices.ts'

let database: FreshDatabase
let agency: TwoOffices

beforeAll(async () => {
  database = await freshFrontend()
  agency = await seedTwoOffices(database)
})
afterAll(() => database.dispose())

type Needs = Readonly<Record<string, { total: number; places: { id: string; count: number }[] }>>
type Progress = {
  readonly campaigns: { total: number; items: { id: string; statuses: Record<string, number> }[] }
  readonly jobs: { total: number; items: { id: string; hired: number; target: number }[] }
}

/** Calls a function as this user. */
async function ask<Answer>(user: string, call: string): Promise<Answer> {
  const answers: Answer[] = []
  const { users, london, manchester } = agency
  const office = user === users.londonRecruiter ? london : manchester
  await actAs(database.sql, user, office, async (tx) => {
    const [row] = await tx.unsafe(`select ${call} as answer`)
    answers.push(row?.['answer'] as Answer)
  })
  const [answer] = answers
  if (answer === undefined) throw new Error('no answer')
  return answer
}
const needsOf = (user: string, office = 'null') => ask<Needs>(user, `public.list_needs(${office})`)

async function addCard(columns: Record<string, string>): Promise<void> {
  const { ids, manchester } = agency
  await database.sql`insert into candidates ${database.sql({
    job_id: ids.job,
    office_id: manchester,
    name: 'Bea Example',
    created_by: null,
    ...columns,
  })}`
}

test('a card that automation moved to interested waits until a person touches it', async () => {
  const before = (await needsOf(agency.users.manchesterRecruiter))['interested']?.total ?? 0
  await addCard({ status: 'interested', status_set_by: 'automation' })
  await addCard({ status: 'interested', status_set_by: 'person' })
  const { interested } = await needsOf(agency.users.manchesterRecruiter)
  expect(interested?.total).toBe(before + 1)
  expect(interested?.places).toContainEqual(
    expect.objectContaining({ id: agency.ids.job, count: before + 1 }),
  )
})

test('a follow-up counts from its day on', async () => {
  await addCard({ follow_up_on: '2020-01-01' })
  await addCard({ follow_up_on: '2999-01-01' })
  const { followUps } = await needsOf(agency.users.manchesterRecruiter)
  expect(followUps?.total).toBe(1)
})

test('suggestions, failures and decisions name where they are', async () => {
  const { sql } = database
  await addCard({ status: 'contacted', status_set_by: 'person', proposed_status: 'hired' })
  await sql`update campaign_candidates set delivery_state = 'failed', delivery_code = 'refused' where id = ${agency.ids.recipient}`
  const { suggested, failed, doubtful } = await needsOf(agency.users.manchesterRecruiter)
  expect(suggested?.places.map(({ id }) => id)).toContain(agency.ids.job)
  expect(failed).toMatchObject({ total: 1, places: [{ id: agency.ids.campaign, count: 1 }] })
  expect(doubtful).toBeUndefined()
  await sql`update campaign_candidates set delivery_state = 'unconfirmed', delivery_code = 'needs_decision' where id = ${agency.ids.recipient}`
  expect((await needsOf(agency.users.manchesterRecruiter))['doubtful']?.total).toBe(1)
})

test('another office’s work is not counted, not even when asked for by its id', async () => {
  const nothing = { unmatched: { total: 0, places: [] } }
  expect(await needsOf(agency.users.londonRecruiter)).toEqual(nothing)
  expect(await needsOf(agency.users.londonRecruiter, `'${agency.manchester}'`)).toEqual(nothing)
  const { campaigns, jobs } = await ask<Progress>(
    agency.users.londonRecruiter,
    'public.list_progress()',
  )
  expect([campaigns.total, jobs.total]).toEqual([0, 0])
})

test('jobs come by how near their target they are, campaigns with everybody’s status', async () => {
  const { sql } = database
  const { ids, manchester, users } = agency
  await sql`update jobs set target = 4 where id = ${ids.job}`
  await sql`insert into jobs (office_id, title, target, created_by) values (${manchester}, 'Roofer', 9, null)`
  await addCard({ status: 'hired', status_set_by: 'person' })
  await sql`update campaigns set state = 'running', launched_at = now() where id = ${ids.campaign}`
  const progress = await ask<Progress>(users.manchesterViewer, 'public.list_progress()')
  expect(progress.jobs.items[0]).toMatchObject({ id: ids.job, hired: 1, target: 4 })
  expect(progress.jobs.total).toBe(2)
  const campaign = progress.campaigns.items.find(({ id }) => id === ids.campaign)
  expect(Object.values(campaign?.statuses ?? {}).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0)
})

type Behind = {
  readonly total: number
  readonly items: readonly { readonly id: string; readonly at: string; readonly name: string }[]
}
const behind = (user: string, figure: string, filter: object = {}) =>
  ask<Behind>(user, `public.list_behind('${figure}', '${JSON.stringify(filter)}')`)

test.each([
  ['interested', 'new-interest'],
  ['suggested', 'suggested'],
  ['followUps', 'follow-ups'],
  ['failed', 'failed'],
  ['doubtful', 'doubtful'],
])('the list behind “%s” has as many rows as the number says', async (need, figure) => {
  const { manchesterViewer, londonRecruiter } = agency.users
  const total = (await needsOf(manchesterViewer))[need]?.total ?? 0
  const list = await behind(manchesterViewer, figure)
  expect([list.total, list.items.length]).toEqual([total, total])
  expect((await behind(londonRecruiter, figure)).total).toBe(0)
})

test('the list behind who is hired has as many rows as the number says', async () => {
  const { ids, users } = agency
  const { jobs } = await ask<Progress>(users.manchesterViewer, 'public.list_progress()')
  const hired = jobs.items.find(({ id }) => id === ids.job)?.hired
  expect(await behind(users.manchesterViewer, 'hired', { jobId: ids.job })).toMatchObject({
    total: hired,
  })
})

test('a list that is not known is refused', async () => {
  await expect(behind(agency.users.manchesterViewer, 'everybody')).rejects.toThrow(/no such list/)
})
