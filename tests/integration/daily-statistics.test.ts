/** Daily statistics: counted from the records by the worker, and shown to whom the office belongs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCampaignTrends, getOfficeTrend } from '../../src/data/frontend/daily-statistics.ts'
import { HAPPENED_FIGURES, listBehind } from '../../src/data/frontend/behind-figures.ts'
import { createUserClient, type FrontendClient } from '../../src/data/frontend/bridge-clients.ts'
import { type BridgeWorld, createBridgeWorld } from '../support/bridge-world.ts'

let world: BridgeWorld
let manchester: FrontendClient
let london: FrontendClient

beforeAll(async () => {
  world = await createBridgeWorld()
  const as = (token: string) =>
    createUserClient({ url: world.frontendUrl, anonKey: world.anonKey, token })
  manchester = as(world.tokens.manchesterViewer)
  london = as(world.tokens.londonRecruiter)
  const { sql } = world.frontend
  const { recipient } = world.ids
  await sql`update public.offices set time_zone = 'America/New_York' where id = ${world.manchester}`
  await sql`delete from public.whatsapp_messages`
  await sql`delete from public.call_records`
  await sql`delete from public.status_events`
  // Just after midnight in London is still the day before in New York.
  await sql`update public.campaign_candidates set contacted_at = '2026-09-02T01:00:00Z' where id = ${recipient}`
  await sql`update public.campaigns set finished_at = '2026-09-04T12:00:00Z', state = 'completed'`
  await sql`insert into public.whatsapp_messages (campaign_candidate_id, office_id, direction, body, sent_at, hidden)
    select ${recipient}, ${world.manchester}, direction, 'Hello', at::timestamptz, hidden from (values
      ('inbound', '2026-09-02T12:00:00Z', false), ('inbound', '2026-09-02T13:00:00Z', false),
      ('inbound', '2026-09-04T12:00:00Z', false), ('inbound', '2026-09-04T12:00:00Z', true),
      ('outbound', '2026-09-02T12:00:00Z', false)) as v(direction, at, hidden)`
  await sql`insert into public.call_records (campaign_candidate_id, office_id, called_at, answered_by, disposition)
    select ${recipient}, ${world.manchester}, '2026-09-04T12:00:00Z', answered_by, disposition from (values
      ('person', 'answered'), ('machine', 'voicemail'), ('person', 'wrong-number')) as v(answered_by, disposition)`
  await sql`insert into public.status_events (office_id, recipient_id, to_status, set_by, occurred_at)
    select ${world.manchester}, ${recipient}, status, 'automation', at::timestamptz from (values
      ('interested', '2026-09-02T12:00:00Z'), ('rejected', '2026-09-03T12:00:00Z'),
      ('interested', '2026-09-04T12:00:00Z')) as v(status, at)`
})
afterAll(() => world.close())

async function refresh(): Promise<boolean> {
  const [row] = await world.frontend.sql`select public.refresh_statistics(5) as done`
  return row?.['done'] === true
}

async function trendOf(days: number) {
  const { campaign } = world.ids
  const trend = (await getCampaignTrends(manchester, [campaign, crypto.randomUUID()], days))[
    campaign
  ]
  if (trend === undefined) throw new Error('The campaign has no trend')
  return trend
}

async function letPass(minutes: number): Promise<void> {
  await world.frontend.sql`update private.statistics_state
    set refreshed_at = refreshed_at - ${`${minutes} minutes`}::interval`
  await world.frontend.sql`update public.data_changes
    set changed_at = changed_at - ${`${minutes} minutes`}::interval`
}

const NOTHING = { contacted: 0, replies: 0, repliers: 0, calls: 0, callsAnswered: 0, interested: 0 }

test('days are counted in the office’s time zone, firsts once, hidden messages and voicemail not', async () => {
  expect((await trendOf(5)).refreshedAt).toBeNull()
  // The first count waits for nothing, so that a fresh installation shows what is there.
  expect(await refresh()).toBe(true)
  const { days, refreshedAt } = await trendOf(5)
  expect(refreshedAt).not.toBeNull()
  expect(days).toMatchObject([
    { day: '2026-08-31', ...NOTHING },
    { day: '2026-09-01', ...NOTHING, contacted: 1 },
    { day: '2026-09-02', ...NOTHING, replies: 2, repliers: 1, interested: 1 },
    { day: '2026-09-03', ...NOTHING, rejected: 1 },
    { day: '2026-09-04', ...NOTHING, replies: 1, calls: 3, callsAnswered: 1 },
  ])
})

test('who came further at once counts as interested on that day', async () => {
  const { recipient } = world.ids
  const { sql } = world.frontend
  await sql`update public.status_events set to_status = 'interview'
    where recipient_id = ${recipient} and to_status = 'interested' and occurred_at < '2026-09-03'`
  await letPass(6)
  await sql`update public.campaign_candidates set updated_at = now() where id = ${recipient}`
  expect(await refresh()).toBe(true)
  const { days } = await trendOf(3)
  expect(days).toMatchObject([
    { day: '2026-09-02', interested: 1, interviews: 1 },
    { day: '2026-09-03', interested: 0 },
    { day: '2026-09-04', interested: 0 },
  ])
})

test('they are counted again only after a while, and only when something was changed', async () => {
  const { recipient } = world.ids
  const add = () => world.frontend.sql`insert into public.whatsapp_messages
    (campaign_candidate_id, office_id, direction, body, sent_at)
    values (${recipient}, ${world.manchester}, 'inbound', 'And?', '2026-09-03T12:00:00Z')`
  await add()
  expect(await refresh()).toBe(false)
  await letPass(6)
  expect(await refresh()).toBe(true)
  await letPass(6)
  expect(await refresh()).toBe(false)
  const { days } = await trendOf(2)
  expect(days[0]).toMatchObject({ day: '2026-09-03', replies: 1 })
})

test('an office’s days add its campaigns up; others see nothing of them', async () => {
  const days = 366
  const sum = ({ days: all }: Awaited<ReturnType<typeof getOfficeTrend>>) =>
    all.reduce((total, day) => total + day.replies, 0)
  expect(sum(await getOfficeTrend(manchester, world.manchester, days))).toBe(
    sum(await getOfficeTrend(manchester, null, days)),
  )
  expect(sum(await getOfficeTrend(london, null, days))).toBe(0)
  expect((await getOfficeTrend(london, null, days)).days).toHaveLength(days)
  await expect(getOfficeTrend(london, world.manchester)).rejects.toMatchObject({
    code: 'not_visible',
  })
  expect(await getCampaignTrends(london, [world.ids.campaign])).toEqual({})
})

test('the list behind each number of a trend has as many rows as the number says', async () => {
  const days = 366
  const { days: counted, refreshedAt } = await getOfficeTrend(manchester, world.manchester, days)
  const [from, to] = [counted[0]?.day, counted.at(-1)?.day]
  const sum = (key: 'contacted' | 'replies' | 'interested') =>
    counted.reduce((total, day) => total + day[key], 0)
  const sums = [sum('contacted'), sum('replies'), sum('interested')]
  expect(sums).not.toContain(0)
  const ask = { from, to, officeId: world.manchester, until: refreshedAt ?? '', page: 0 }
  const lists = await Promise.all(
    HAPPENED_FIGURES.map((figure) => listBehind(manchester, { figure, ...ask })),
  )
  expect(lists.map(({ total }) => total)).toEqual(sums)
  expect(lists.map(({ items }) => items.length)).toEqual(sums)
  const others = await Promise.all(
    HAPPENED_FIGURES.map((figure) => listBehind(london, { figure, ...ask, officeId: undefined })),
  )
  expect(others.map(({ total }) => total)).toEqual([0, 0, 0])
})

test('the list behind a day holds what happened on it by the office’s clock', async () => {
  const ask = { figure: 'contacted', page: 0, officeId: world.manchester } as const
  const on = async (day: string) =>
    (await listBehind(manchester, { ...ask, from: day, to: day })).total
  expect(await Promise.all(['2026-08-31', '2026-09-01', '2026-09-02'].map(on))).toEqual([0, 1, 0])
})
