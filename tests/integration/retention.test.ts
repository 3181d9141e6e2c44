/** Retention: off until an admin confirms what a preview shows, then as final as an erasure. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  confirmRetention,
  findRetention,
  previewRetention,
  turnOffRetention,
} from '../../src/data/frontend/retention.ts'
import { createUserClient, type FrontendClient } from '../../src/data/frontend/bridge-clients.ts'
import { candidateWrites, openSession } from '../support/agents.ts'
import { type BridgeWorld, createBridgeWorld, SECRETS } from '../support/bridge-world.ts'
import {
  addCampaign,
  addRecipient,
  type TestCampaign,
  type TestRecipient,
} from '../support/sync-world.ts'

const PERIODS = { conversationMonths: 12, inactiveMonths: 24 }

let world: BridgeWorld
let admin: FrontendClient
let recruiter: FrontendClient

beforeAll(async () => {
  world = await createBridgeWorld()
  const as = (token: string) =>
    createUserClient({ url: world.frontendUrl, anonKey: world.anonKey, token })
  admin = as(world.tokens.admin)
  recruiter = as(world.tokens.manchesterRecruiter)
})
afterAll(() => world.close())

/** A campaign that ended so many months ago, with one recipient who wrote in it. */
async function addEnded(
  months: number,
  to: { readonly phone: string },
): Promise<{ readonly campaign: TestCampaign; readonly recipient: TestRecipient }> {
  const { sql } = world.frontend
  const campaign = await addCampaign(sql)
  const recipient = await addRecipient(sql, campaign, to)
  await openSession(world.backend.sql, recipient.session, campaign.key)
  await candidateWrites(world.backend.sql, recipient.session, 'Hello')
  await work()
  await endCampaign(campaign, months)
  return { campaign, recipient }
}

async function endCampaign({ id }: TestCampaign, months: number): Promise<void> {
  const ago = `${months} months`
  await world.frontend.sql`update public.campaigns set state = 'completed',
    finished_at = now() - ${ago}::interval, launched_at = now() - ${ago}::interval where id = ${id}`
  await world.frontend
    .sql`update public.campaign_candidates set created_at = now() - ${ago}::interval,
    contacted_at = now() - ${ago}::interval, last_contact_at = null where campaign_id = ${id}`
  await world.frontend.sql`update public.people set created_at = now() - ${ago}::interval
    where id in (select person_id from public.campaign_candidates where campaign_id = ${id})`
  await world.frontend.sql`update public.candidates set created_at = now() - ${ago}::interval,
    status_changed_at = now() - ${ago}::interval
    where id in (select candidate_id from public.campaign_candidates where campaign_id = ${id})`
}

/** A slice of the worker, as if the sync had rested before and people were looked for long ago. */
async function workSlice(): Promise<void> {
  await world.frontend.sql`update public.sync_cursors set attempted_at = null`
  await world.frontend
    .sql`update public.settings set value = value - 'peopleLookedForAt' where key = 'retention'`
  const answer = await world.request('POST', '/work', {
    headers: { authorization: `Bearer ${SECRETS.worker}` },
  })
  expect(answer.status).toBe(202)
  await world.settle()
}

/** What retention takes out of our database leaves the agents' with the next slice. */
async function work(): Promise<void> {
  await workSlice()
  await workSlice()
}

async function messagesOf({ id }: TestRecipient): Promise<number> {
  const rows = await world.frontend
    .sql`select from public.whatsapp_messages where campaign_candidate_id = ${id}`
  return rows.length
}

async function isInBackend({ session }: TestRecipient): Promise<boolean> {
  const rows = await world.backend
    .sql`select from public.chat_history where session_id = ${session}`
  return rows.length > 0
}

async function knows({ personId }: TestRecipient): Promise<boolean> {
  return (await world.frontend.sql`select from public.people where id = ${personId}`).length > 0
}

test('nothing goes before an admin has confirmed, however old it is', async () => {
  const old = await addEnded(30, { phone: '+447700900301' })
  await work()
  expect(await messagesOf(old.recipient)).toBe(1)
  expect(await knows(old.recipient)).toBe(true)
  expect(await findRetention(recruiter)).toBeNull()
})

test('only admins see the preview, confirm it or turn retention off', async () => {
  const preview = await previewRetention(admin, PERIODS)
  for (const ask of [
    () => previewRetention(recruiter, PERIODS),
    () => confirmRetention(recruiter, PERIODS, preview),
    () => turnOffRetention(recruiter),
  ]) {
    await expect(ask()).rejects.toMatchObject({ code: 'admin_only' })
  }
  await expect(
    previewRetention(admin, { conversationMonths: 0, inactiveMonths: 24 }),
  ).rejects.toMatchObject({ code: 'bad_period' })
})

test('a confirmation of other counts than the present ones turns nothing on', async () => {
  const preview = await previewRetention(admin, PERIODS)
  const seen = { ...preview, people: { ...preview.people, count: preview.people.count + 1 } }
  expect(await confirmRetention(admin, PERIODS, seen)).toMatchObject({
    result: 'changed',
    preview: { people: { count: preview.people.count } },
  })
  expect(await findRetention(admin)).toBeNull()
})

test('what the preview counts is what then goes, on both sides, and nothing else', async () => {
  const { sql } = world.frontend
  const fresh = await addEnded(3, { phone: '+447700900302' })
  const old = await addEnded(13, { phone: '+447700900303' })
  // Their old conversation goes; they are in a newer campaign, so they stay.
  const kept = await addEnded(40, { phone: '+447700900304' })
  const newer = await addCampaign(sql)
  const again = await addRecipient(sql, newer, { phone: kept.recipient.phone })
  const atWork = await addEnded(41, { phone: '+447700900305' })
  const [hired] =
    await sql`insert into public.candidates (job_id, office_id, person_id, name, status, created_by,
      created_at, status_changed_at)
    select j.id, j.office_id, ${atWork.recipient.personId}, 'Ann', 'started-work', null, now() - interval '40 months',
      now() - interval '40 months'
    from public.jobs j where j.id = ${atWork.campaign.jobId}
    on conflict (job_id, person_id) where person_id is not null do update set status = 'started-work' returning id`
  expect(hired).toBeDefined()
  const count = async (table: string) => (await sql.unsafe(`select from public.${table}`)).length
  const before = [await count('whatsapp_messages'), await count('people')] as const
  const ledger = await count('campaign_candidates')

  const preview = await previewRetention(admin, PERIODS)
  // Four conversations ended a year ago or more; one of the people is in no other campaign.
  expect(preview).toMatchObject({
    conversations: { count: 4, messages: 4, calls: 0 },
    people: { count: 1, examples: [{ phone: '+447700900301' }] },
  })
  expect(preview.conversations.examples.map((example) => example.campaignId)).toContain(
    old.campaign.id,
  )
  expect(await confirmRetention(admin, PERIODS, preview)).toEqual({ result: 'ok' })
  expect(await findRetention(recruiter)).toMatchObject({ ...PERIODS, enabled: true })
  const [{ status }] = (await sql`select status from public.campaign_candidates
    where id = ${old.recipient.id}`) as unknown as [{ status: string }]
  await work()

  expect(await count('whatsapp_messages')).toBe(before[0] - preview.conversations.messages)
  expect(await count('people')).toBe(before[1] - preview.people.count)
  expect(await count('campaign_candidates')).toBe(ledger)
  for (const gone of [old, kept, atWork]) {
    expect(await messagesOf(gone.recipient)).toBe(0)
    expect(await isInBackend(gone.recipient)).toBe(false)
    expect(await knows(gone.recipient)).toBe(true)
  }
  expect(await messagesOf(fresh.recipient)).toBe(1)
  expect(await isInBackend(fresh.recipient)).toBe(true)
  const [line] = await sql`select status, session_id, phone_e164 from public.campaign_candidates
    where id = ${old.recipient.id}`
  expect(line).toEqual({ status, session_id: null, phone_e164: old.recipient.phone })
  expect(
    await sql`select id from public.campaign_candidates where id = ${again.id}
    and phone_e164 = ${again.phone}`,
  ).toHaveLength(1)
  expect(await previewRetention(admin, PERIODS)).toMatchObject({
    conversations: { count: 0 },
    people: { count: 0 },
  })
  const done =
    await sql`select from public.erasures where finished_at is null and requested_at > now() - interval '1 hour'
    and hmac <> '\\x00'`
  expect(done).toHaveLength(0)
})

test('what went does not come back by the sync, and its status stays where it was', async () => {
  const { sql } = world.frontend
  const [row] = await sql`select id, status from public.campaign_candidates
    where phone_e164 = '+447700900303'`
  const [campaign] = await sql`select g.campaign_key as key from public.campaigns g
    join public.campaign_candidates r on r.campaign_id = g.id where r.id = ${String(row?.['id'])}`
  const session = `${String(campaign?.['key']).replaceAll('-', '')}_447700900303`
  await candidateWrites(world.backend.sql, session, 'Am I still there?')
  await sql`update public.sync_cursors set cursor = null`
  await work()
  await sql`select public.sync_rederive()`
  expect(await sql`select from public.whatsapp_messages where session_id = ${session}`).toEqual([])
  expect(await sql`select from public.session_evidence where session_id = ${session}`).toEqual([])
  await work()
  expect(
    await world.backend.sql`select from public.chat_history where session_id = ${session}`,
  ).toEqual([])
  const [now] =
    await sql`select status from public.campaign_candidates where id = ${String(row?.['id'])}`
  expect(now?.['status']).toBe(row?.['status'])
})

test('who was merely inactive may be contacted when they come back; who had opted out may not', async () => {
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values ('+447700900306', 'opted_out')`
  const optedOut = await addEnded(30, { phone: '+447700900306' })
  await work()
  expect(await knows(optedOut.recipient)).toBe(false)
  const isBarred = async (phone: string) =>
    (await recruiter.rpc('is_suppressed', { p_phone: phone })).data
  expect(await isBarred('+447700900306')).toBe(true)
  expect(await isBarred('+447700900301')).toBe(false)
})

test('turned off, nothing more goes; both are in the audit log', async () => {
  await turnOffRetention(admin)
  const old = await addEnded(30, { phone: '+447700900307' })
  await work()
  expect(await messagesOf(old.recipient)).toBe(1)
  const audit = await world.frontend.sql`select action, actor_id from public.audit_log
    where action like '%-retention' order by id`
  expect(audit).toEqual([
    { action: 'confirm-retention', actor_id: world.users.admin },
    { action: 'turn-off-retention', actor_id: world.users.admin },
  ])
})
