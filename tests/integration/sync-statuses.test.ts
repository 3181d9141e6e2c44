/** Statuses rest on evidence that is there, and say which (S5, S6). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addCall,
  addMessage,
  agentWrites,
  candidateWrites,
  openSession,
  removeSession,
  setObjective,
  withdrawObjective,
} from '../support/agents.ts'
import { seeHistory, seeRecipient } from '../support/seen.ts'
import {
  addCampaign,
  addContacted,
  addRecipient,
  createSyncWorld,
  type SyncWorld,
  type TestCampaign,
} from '../support/sync-world.ts'

let world: SyncWorld
let campaign: TestCampaign

beforeAll(async () => {
  world = await createSyncWorld()
  campaign = await addCampaign(world.frontend.sql)
})
afterAll(() => world.close())

const launched = () => addContacted(world, campaign)

test('a session in which nobody has said anything leaves its recipient as not contacted', async () => {
  const recipient = await launched()
  await agentWrites(world.backend.sql, recipient.session, 'Hello, are you looking for work?')
  await world.tick()
  const seen = await seeRecipient(world.frontend.sql, recipient.id)
  expect(seen).toMatchObject({ status: 'not-contacted', status_trace: null, candidate_id: null })
})

test('a conversation that is seen after all makes who was counted as sent like any other', async () => {
  const { sql } = world.frontend
  const recipient = await addContacted(world, campaign)
  await sql`update public.campaign_candidates set delivery_code = 'taken_as_sent' where id = ${recipient.id}`
  await world.tick()
  const [line] = await sql`select delivery_state, delivery_code from public.campaign_candidates
    where id = ${recipient.id}`
  expect({ ...line }).toEqual({ delivery_state: 'confirmed', delivery_code: null })
})

test('the first thing a candidate writes makes them contacted, and the trace names that message', async () => {
  const recipient = await launched()
  const first = await candidateWrites(world.backend.sql, recipient.session, 'Who is this?')
  await candidateWrites(world.backend.sql, recipient.session, 'Hello?')
  await world.tick()
  const { status, status_trace: trace } = await seeRecipient(world.frontend.sql, recipient.id)
  expect(status).toBe('contacted')
  expect(trace).toMatchObject({
    ruleKind: 'inbound',
    certainty: 'exact',
    evidence: { kind: 'message', id: String(first) },
  })
})

test('a call a person answered is contact, a voicemail is none', async () => {
  const [answered, voicemail] = [await launched(), await launched()]
  await addCall(world.backend.sql, answered.session, { callId: 'answered-1' })
  await addCall(world.backend.sql, voicemail.session, {
    callId: 'voicemail-1',
    transcript: 'User: Please leave a message after the tone.',
  })
  await world.tick()
  expect(await seeRecipient(world.frontend.sql, answered.id)).toMatchObject({
    status: 'contacted',
    call_status: 'conversation',
    status_trace: { ruleKind: 'call', evidence: { kind: 'call', id: 'answered-1' } },
  })
  expect(await seeRecipient(world.frontend.sql, voicemail.id)).toMatchObject({
    status: 'not-contacted',
    call_status: 'voicemail',
  })
})

test('an objective that an event dates is traced to the call that covers it, and labelled inferred', async () => {
  const recipient = await launched()
  const { sql } = world.backend
  await addCall(sql, recipient.session, { callId: 'covers', calledAt: '2026-09-02T09:58:00Z' })
  await setObjective(sql, recipient.session, 'interested', true, '2026-09-02T09:59:00Z', 'agent')
  await world.tick()
  const { status, status_trace: trace } = await seeRecipient(world.frontend.sql, recipient.id)
  expect(status).toBe('interested')
  expect(trace).toMatchObject({
    objectiveKey: 'interested',
    value: true,
    ruleKind: 'objective',
    rulesVersion: 1,
    certainty: 'inferred',
    evidence: { kind: 'call', id: 'covers', at: '2026-09-02T09:58:00.000Z' },
  })
})

test('an event whose source names a call by id is traced to it exactly', async () => {
  const recipient = await launched()
  const { sql } = world.backend
  await addCall(sql, recipient.session, { callId: 'call_17' })
  await setObjective(
    sql,
    recipient.session,
    'hired',
    'yes',
    '2026-09-03T00:00:00Z',
    'voice:call_17',
  )
  await world.tick()
  const { status, status_trace: trace } = await seeRecipient(world.frontend.sql, recipient.id)
  expect(status).toBe('hired')
  expect(trace).toMatchObject({ certainty: 'exact', evidence: { kind: 'call', id: 'call_17' } })
})

test('evidence that is withdrawn lowers the status step by step, down to not contacted', async () => {
  const recipient = await launched()
  const { sql } = world.backend
  await candidateWrites(sql, recipient.session, 'Yes')
  await setObjective(sql, recipient.session, 'interested', true)
  await setObjective(sql, recipient.session, 'interview_scheduled', 'Tuesday 10am')
  await world.tick()
  await withdrawObjective(sql, recipient.session, 'interview_scheduled')
  await world.tick()
  await setObjective(sql, recipient.session, 'interested', false)
  await world.tick()
  await removeSession(sql, recipient.session)
  await world.tick()
  expect(await seeHistory(world.frontend.sql, recipient.id)).toEqual([
    'interview',
    'interested',
    'contacted',
    'not-contacted',
  ])
  const seen = await seeRecipient(world.frontend.sql, recipient.id)
  expect(seen).toMatchObject({ status_trace: null, interested: '', call_status: '' })
})

test('a refusal after an interview was agreed rejects, one before it does not', async () => {
  const [refusedLater, refusedBefore] = [await launched(), await launched()]
  const { sql } = world.backend
  for (const [recipient, at] of [
    [refusedLater, '2026-09-04T00:00:00Z'],
    [refusedBefore, '2026-09-01T00:00:00Z'],
  ] as const) {
    await setObjective(
      sql,
      recipient.session,
      'interview_scheduled',
      'Monday',
      '2026-09-02T00:00:00Z',
    )
    await setObjective(sql, recipient.session, 'not_interested', true, at)
  }
  await world.tick()
  expect(await seeRecipient(world.frontend.sql, refusedLater.id)).toMatchObject({
    status: 'rejected',
    contested_status: null,
  })
  expect(await seeRecipient(world.frontend.sql, refusedBefore.id)).toMatchObject({
    status: 'interview',
    contested_status: null,
  })
})

test('an undated refusal against an interview becomes a suggestion, not a status', async () => {
  const recipient = await launched()
  const { sql } = world.backend
  await setObjective(sql, recipient.session, 'interview_scheduled', 'Monday')
  await setObjective(sql, recipient.session, 'rejected', true, null)
  await world.tick()
  const seen = await seeRecipient(world.frontend.sql, recipient.id)
  expect(seen).toMatchObject({ status: 'interview', contested_status: 'rejected' })
})

test('values are shown as words, whatever form the agent wrote them in', async () => {
  const recipient = await launched()
  const { sql } = world.backend
  await setObjective(sql, recipient.session, 'interested', 'completed')
  await setObjective(sql, recipient.session, 'available_to_work', ['Monday', 'Tuesday'])
  await world.tick()
  expect(await seeRecipient(world.frontend.sql, recipient.id)).toMatchObject({
    interested: 'yes',
    available_to_work: 'Monday, Tuesday',
  })
})

test('changed rules reach every recipient, part by part, and traces name their version', async () => {
  const { sql } = world.frontend
  const own = await addCampaign(sql)
  const recipients = [await addRecipient(sql, own), await addRecipient(sql, own)]
  for (const { session } of recipients) {
    await openSession(world.backend.sql, session, own.key)
    await setObjective(world.backend.sql, session, 'has_own_van', true)
  }
  await world.tick()
  await sql`insert into public.status_rules
      (campaign_id, rules_version, position, objective_key, status, rank, is_refusal)
    values (${own.id}, 2, 1, 'has_own_van', 'interview', 3, false)`
  await sql`update public.campaigns set rules_version = 2 where id = ${own.id}`
  const parts = []
  for (;;) {
    const [row] = await sql`select public.sync_rederive(1) as part`
    if (row?.['part'] === null) break
    parts.push(row?.['part'] as unknown)
  }
  expect(parts).toMatchObject([{ statuses: 1 }, { statuses: 1 }, { statuses: 0, next: null }])
  for (const { id } of recipients) {
    expect(await seeHistory(sql, id)).toEqual(['contacted', 'interview'])
    expect((await seeRecipient(sql, id)).status_trace).toMatchObject({ rulesVersion: 2 })
  }
})

test('one recipient who cannot follow changed rules is told about, and stops no other', async () => {
  const { sql } = world.frontend
  const own = await addCampaign(sql)
  const recipients = []
  for (let count = 0; count < 5; count += 1) {
    const recipient = await addRecipient(sql, own)
    await openSession(world.backend.sql, recipient.session, own.key)
    await setObjective(world.backend.sql, recipient.session, 'has_own_van', true)
    recipients.push(recipient.id)
  }
  await world.tick()
  const stuck = recipients.toSorted()[2] ?? ''
  await sql.unsafe(`alter table public.campaign_candidates
    add constraint stuck check (id <> '${stuck}' or status <> 'interview') not valid`)
  await sql`insert into public.status_rules
      (campaign_id, rules_version, position, objective_key, status, rank, is_refusal)
    values (${own.id}, 2, 1, 'has_own_van', 'interview', 3, false)`
  await sql`update public.campaigns set rules_version = 2 where id = ${own.id}`
  for (let ticks = 0; ticks < 10; ticks += 1) await world.tick()
  const rows = await sql`select id, status from public.campaign_candidates
    where campaign_id = ${own.id} and status <> 'interview'`
  expect([...rows]).toEqual([{ id: stuck, status: 'contacted' }])
  const issues = await sql`select details ->> 'sqlstate' as sqlstate from public.sync_issues
    where item = ${`rules ${own.id}`} and state = 'open'`
  expect([...issues]).toEqual([{ sqlstate: '23514' }])
  await sql`alter table public.campaign_candidates drop constraint stuck`
})

test('what the agents hide is no word of the candidate', async () => {
  const recipient = await launched()
  await addMessage(world.backend.sql, recipient.session, {
    type: 'human',
    content: 'A prompt of the workflow',
    additional_kwargs: { hideFromUI: true },
  })
  await world.tick()
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('not-contacted')
})

test('of two sessions that say otherwise, undated, the ledger’s own counts', async () => {
  const recipient = await launched()
  const { sql } = world.backend
  // Before the ledger's own in the alphabet, and of the same recipient by its number.
  await openSession(sql, `a-${recipient.session}`, campaign.key)
  await sql`insert into public.numbers values (${`a-${recipient.session}`}, ${recipient.phone})`
  await setObjective(sql, `a-${recipient.session}`, 'interview_scheduled', 'Monday', null)
  await setObjective(sql, recipient.session, 'interview_scheduled', false, null)
  await setObjective(sql, recipient.session, 'interested', true, null)
  await world.tick()
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('interested')
})
