/** Messages, calls, transcripts and events as the backend has them, and nothing else touched. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addCall,
  addMessage,
  agentWrites,
  candidateWrites,
  openSession,
  setObjective,
} from '../support/agents.ts'
import { seeIssues, seeRecipient } from '../support/seen.ts'
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

async function messagesOf(session: string) {
  const rows = await world.frontend.sql`
    select direction, kind, hidden, body, time_certainty from public.whatsapp_messages
    where session_id = ${session} order by chat_id`
  return rows.map((row) => ({ ...row }))
}

test('a conversation is mirrored in the order of its ids, each message with what is known of its time', async () => {
  const { session } = await launched()
  const { sql } = world.backend
  await agentWrites(sql, session, 'Hello')
  await addMessage(sql, session, {
    sender: 'user',
    text: 'Hi there',
    timestamp: '2026-09-01T10:00:00Z',
  })
  await addMessage(sql, session, {
    type: 'tool',
    content: 'ok',
    tool_call_id: '1',
    name: 'find_job',
  })
  await world.tick()
  expect(await messagesOf(session)).toEqual([
    { direction: 'outbound', kind: 'text', hidden: false, body: 'Hello', time_certainty: 'about' },
    {
      direction: 'inbound',
      kind: 'text',
      hidden: false,
      body: 'Hi there',
      time_certainty: 'exact',
    },
    { direction: 'internal', kind: 'tool', hidden: true, body: 'ok', time_certainty: 'about' },
  ])
})

test('edited and deleted messages follow', async () => {
  const { session } = await launched()
  const { sql } = world.backend
  const [first, second] = [
    await candidateWrites(sql, session, 'one'),
    await candidateWrites(sql, session, 'two'),
  ]
  await candidateWrites(sql, session, 'three')
  await world.tick()
  await sql`update public.chat_history set message = ${sql.json({ type: 'human', content: 'ONE' })}
    where id = ${first}`
  await sql`delete from public.chat_history where id = ${second}`
  await world.tick()
  expect((await messagesOf(session)).map((message) => String(message['body']))).toEqual([
    'ONE',
    'three',
  ])
})

test('a chat longer than a page arrives whole, and its register with the last part', async () => {
  const recipient = await launched()
  const { sql } = world.backend
  await sql`insert into public.chat_history (session_id, message)
    select ${recipient.session}, jsonb_build_object('type', 'human', 'content', 'message ' || n)
    from generate_series(1, 6000) n`
  const report = await world.tick()
  expect(report).toMatchObject({ state: 'done', pages: 2, messages: 6000 })
  const [register] = await world.frontend.sql`
    select inbound_count from public.session_evidence where session_id = ${recipient.session}`
  expect(register?.['inbound_count']).toBe(6000)
  expect(await messagesOf(recipient.session)).toHaveLength(6000)
})

test('what has not changed is not written again', async () => {
  const { id, session } = await launched()
  const { sql } = world.backend
  await candidateWrites(sql, session, 'Hello')
  await addCall(sql, session, { callId: 'unchanged' })
  await setObjective(sql, session, 'interested', true)
  await world.tick()
  const versions = () => world.frontend.sql`
    select xmin::text from public.whatsapp_messages where session_id = ${session}
    union all select xmin::text from public.call_records where session_id = ${session}
    union all select t.xmin::text from public.call_transcript_messages t
      join public.call_records c on c.id = t.call_record_id where c.session_id = ${session}
    union all select xmin::text from public.objective_events where session_id = ${session}
    union all select xmin::text from public.session_evidence where session_id = ${session}
    union all select xmin::text from public.campaign_candidates where id = ${id}
    union all select xmin::text from public.candidates where deciding_recipient_id = ${id}`
  const before = await versions()
  expect(before).toHaveLength(8)
  await sql`update public.session_info set reminder_count = reminder_count + 1
    where session_id = ${session}`
  const report = await world.tick()
  expect(report).toMatchObject({ read: 1, changed: 0, cards: 0, messages: 0, calls: 0 })
  expect(await versions()).toEqual(before)
})

test('a call is mirrored with its transcript, and follows when the analysis comes', async () => {
  const { session } = await launched()
  const { sql } = world.backend
  await addCall(sql, session, { callId: 'later', transcript: null, duration: '00:01:30' })
  await world.tick()
  await sql`update public.call_info
    set transcript = ${'Agent: Are you free on Monday?\nUser: Yes.'},
      analysis = ${sql.json({ call_summary: 'Free on Monday.' })}
    where call_id = 'later'`
  await world.tick()
  const [call] = await world.frontend.sql`
    select c.duration_seconds, c.disposition, c.summary, (
      select array_agg(speaker || ': ' || body order by position)
      from public.call_transcript_messages where call_record_id = c.id) as lines
    from public.call_records c where c.call_id = 'later'`
  expect({ ...call }).toEqual({
    duration_seconds: 90,
    disposition: 'conversation',
    summary: 'Free on Monday.',
    lines: ['agent: Are you free on Monday?', 'candidate: Yes.'],
  })
})

test('calls and events that are deleted, or given to another session, follow', async () => {
  const [one, two] = [await launched(), await launched()]
  const { sql } = world.backend
  await addCall(sql, one.session, { callId: 'deleted' })
  await addCall(sql, one.session, { callId: 'moved' })
  await setObjective(sql, one.session, 'experience', '5 years')
  await world.tick()
  await sql`delete from public.call_info where call_id = 'deleted'`
  await sql`update public.call_info set session_id = ${two.session} where call_id = 'moved'`
  await sql`delete from public.session_objective_events where session_id = ${one.session}`
  await world.tick()
  const calls = await world.frontend.sql`
    select call_id, campaign_candidate_id from public.call_records
    where call_id in ('deleted', 'moved')`
  expect(calls.map((row) => ({ ...row }))).toEqual([
    { call_id: 'moved', campaign_candidate_id: two.id },
  ])
  const events = await world.frontend.sql`
    select event_id from public.objective_events where session_id = ${one.session}`
  expect(events).toHaveLength(0)
  expect((await seeRecipient(world.frontend.sql, two.id)).status).toBe('contacted')
})

test('a message of an unknown form is shown as it came, as an issue that goes with it', async () => {
  const { session } = await launched()
  const { sql } = world.backend
  const chatId = await addMessage(sql, session, { shape: 'unknown', payload: [1, 2] })
  await world.tick()
  expect(await seeIssues(world.frontend.sql, session)).toEqual([
    { kind: 'message', item: `chat:${chatId}`, state: 'open' },
  ])
  await sql`delete from public.chat_history where id = ${chatId}`
  await world.tick()
  expect(await seeIssues(world.frontend.sql, session)).toEqual([
    { kind: 'message', item: `chat:${chatId}`, state: 'resolved' },
  ])
})

test('an answer that is none of the kind asked for is an issue, and the others count', async () => {
  const recipient = await addRecipient(world.frontend.sql, campaign)
  const template = { interested: { type: 'boolean', description: '' } }
  const { sql } = world.backend
  await openSession(sql, recipient.session, 'odd-answers', template)
  await setObjective(sql, recipient.session, 'interested', 'perhaps next year')
  await setObjective(sql, recipient.session, 'hired', true)
  await world.tick()
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('hired')
  expect(await seeIssues(world.frontend.sql, recipient.session)).toEqual([
    { kind: 'objective', item: 'interested', state: 'open' },
  ])
})

test('orphan chats, which no other table names, are mirrored for the admins', async () => {
  await candidateWrites(world.backend.sql, 'a-chat-of-nobody', 'Anyone there?')
  await world.tick()
  const [row] = await world.frontend.sql`
    select campaign_candidate_id, office_id from public.whatsapp_messages
    where session_id = 'a-chat-of-nobody'`
  expect({ ...row }).toEqual({ campaign_candidate_id: null, office_id: null })
})

test('rows that were never in the backend stay as they are', async () => {
  const { sql } = world.frontend
  const recipient = await launched()
  const native = await addRecipient(sql, campaign, { session: null })
  await sql`update public.campaign_candidates set status = 'interview', interested = 'yes'
    where id = ${native.id}`
  await sql`insert into public.whatsapp_messages (campaign_candidate_id, office_id, direction, body)
    select id, office_id, 'inbound', 'a demo message' from public.campaign_candidates
    where id in (${recipient.id}, ${native.id})`
  await sql`insert into public.call_records (campaign_candidate_id, office_id)
    values (${recipient.id}, ${campaign.officeId})`
  await candidateWrites(world.backend.sql, recipient.session, 'Hello')
  await world.tick()
  await sql`select private.rederive_recipients(array(
    select id from public.campaign_candidates where campaign_id = ${campaign.id}))`
  const [counts] = await sql`select
    (select count(*)::int from public.whatsapp_messages where session_id is null) as messages,
    (select count(*)::int from public.call_records where session_id is null) as calls`
  expect({ ...counts }).toEqual({ messages: 2, calls: 1 })
  expect(await seeRecipient(sql, native.id)).toMatchObject({
    status: 'interview',
    interested: 'yes',
  })
})
