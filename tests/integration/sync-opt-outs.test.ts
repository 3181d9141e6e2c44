/** STOP and START, and what an active session of somebody suppressed is told. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addCall, candidateWrites, openSession } from '../support/agents.ts'
import {
  addCampaign,
  addContacted,
  addRecipient,
  createSyncWorld,
  newPhone,
  type SyncWorld,
  type TestCampaign,
  type TestRecipient,
} from '../support/sync-world.ts'

let world: SyncWorld
let campaign: TestCampaign
let recipient: TestRecipient

beforeAll(async () => {
  world = await createSyncWorld()
  campaign = await addCampaign(world.frontend.sql)
})
beforeEach(async () => {
  recipient = await addContacted(world, campaign)
})
afterAll(() => world.close())

const says = (text: string) => candidateWrites(world.backend.sql, recipient.session, text)

async function suppressions(phone = recipient.phone) {
  const rows = await world.frontend.sql`
    select reason, lifted_at is null as active from public.suppressions
    where phone_e164 = ${phone} order by created_at`
  return rows.map((row) => ({ ...row }))
}

async function commands(session = recipient.session) {
  const rows = await world.frontend.sql`
    select kind, reason, state from public.backend_commands where session_id = ${session}
    order by created_at`
  return rows.map((row) => ({ ...row }))
}

const COMPLETE = { kind: 'complete-session', reason: 'suppressed', state: 'waiting' }

test('STOP suppresses the number at once and has the conversation ended', async () => {
  await says('Stop please')
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: true }])
  expect(await commands()).toEqual([COMPLETE])
})

test('a sentence that contains the word does neither', async () => {
  await says('Is there a bus stop near the site?')
  await world.tick()
  expect(await suppressions()).toEqual([])
  expect(await commands()).toEqual([])
})

test('START lifts an opt-out, and only that', async () => {
  await says('STOP')
  await world.tick()
  await says('start')
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: false }])

  const other = newPhone()
  const { sql } = world.frontend
  await sql`insert into public.suppressions (phone_e164, reason) values (${other}, 'manual')`
  const blocked = await addRecipient(sql, campaign, { phone: other })
  await openSession(world.backend.sql, blocked.session, campaign.key)
  await candidateWrites(world.backend.sql, blocked.session, 'START')
  await world.tick()
  expect(await suppressions(other)).toEqual([{ reason: 'manual', active: true }])
})

test('a STOP is obeyed once: what an admin lifts is not suppressed again by reading it again', async () => {
  await says('STOP')
  await world.tick()
  await world.frontend.sql`update public.suppressions set lifted_at = now()
    where phone_e164 = ${recipient.phone}`
  await says('Sorry, that was my son. I do want the job.')
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: false }])
  await says('STOP')
  await world.tick()
  expect(await suppressions()).toEqual([
    { reason: 'opted_out', active: false },
    { reason: 'opted_out', active: true },
  ])
})

test('the last word counts, over all conversations of a number and in whatever order they come', async () => {
  const other = await addCampaign(world.frontend.sql)
  const again = await addRecipient(world.frontend.sql, other, { phone: recipient.phone })
  await openSession(world.backend.sql, again.session, other.key)
  await candidateWrites(world.backend.sql, again.session, 'START')
  await says('STOP')
  await world.tick({ pageSessions: 1 })
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: true }])
  await world.backend.sql`update public.session_info set reminder_count = 9
    where session_id = ${again.session}`
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: true }])
})

test.each([
  ['STOP', 'START', false],
  ['START', 'STOP', true],
])(
  'after %s, an older %s elsewhere takes nothing back that a person decided since',
  async (last, older, active) => {
    const other = await addCampaign(world.frontend.sql)
    const again = await addRecipient(world.frontend.sql, other, { phone: recipient.phone })
    await candidateWrites(world.backend.sql, again.session, older)
    await says(last)
    const { sql } = world.frontend
    await world.tick()
    await sql`update public.suppressions set lifted_at = now() where phone_e164 = ${recipient.phone}`
    if (active) {
      await sql`insert into public.suppressions (phone_e164, reason)
      values (${recipient.phone}, 'opted_out')`
    }
    await candidateWrites(world.backend.sql, again.session, 'Hello?')
    await world.tick()
    expect((await suppressions()).some((suppression) => suppression['active'])).toBe(active)
  },
)

test('an opt-out stays obeyed when its message is deleted', async () => {
  const chatId = await says('STOP')
  await world.tick()
  await world.backend.sql`delete from public.chat_history where id = ${chatId}`
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: true }])
})

test('an active session of somebody suppressed is told to end whenever it is seen, until it ends', async () => {
  const { sql } = world.frontend
  await sql`insert into public.suppressions (phone_e164, reason) values (${recipient.phone}, 'manual')`
  await world.tick()
  expect(await commands()).toEqual([COMPLETE])
  await sql`update public.backend_commands set state = 'done' where session_id = ${recipient.session}`
  await says('Hello?')
  await world.tick()
  expect(await commands()).toHaveLength(2)
  await sql`update public.backend_commands set state = 'done' where session_id = ${recipient.session}`
  await world.backend.sql`update public.session_info set session_status = 'completed'
    where session_id = ${recipient.session}`
  await world.tick()
  expect(await commands()).toHaveLength(2)
})

test('so is an active session of a stopped campaign', async () => {
  const stopped = await addCampaign(world.frontend.sql, { state: 'stopped' })
  const late = await addRecipient(world.frontend.sql, stopped)
  await openSession(world.backend.sql, late.session, stopped.key)
  await world.tick()
  expect(await commands(late.session)).toEqual([{ ...COMPLETE, reason: 'campaign-stopped' }])
})

test('a session that has ended leaves its phone free for other campaigns', async () => {
  const { sql } = world.frontend
  await sql`insert into public.contact_slots (phone_e164, active_recipient_id, active_campaign_id)
    values (${recipient.phone}, ${recipient.id}, ${campaign.id})`
  const isTaken = async () => {
    const [slot] = await sql<{ taken: boolean }[]>`
      select active_recipient_id is not null as taken from public.contact_slots
      where phone_e164 = ${recipient.phone}`
    return slot?.taken
  }
  await world.tick()
  expect(await isTaken()).toBe(true)
  // One that comes back by itself, with a reminder, has not.
  await world.backend.sql`update public.session_info set session_status = 'dormant',
    next_reminder_at = now() + interval '1 day' where session_id = ${recipient.session}`
  await world.tick()
  expect(await isTaken()).toBe(true)
  await world.backend.sql`update public.session_info set session_status = 'completed',
    next_reminder_at = null where session_id = ${recipient.session}`
  await world.tick()
  expect(await isTaken()).toBe(false)
})

test('whoever is suppressed by a person has all their conversations ended, changed since or not', async () => {
  const { sql } = world.frontend
  const other = await addCampaign(sql)
  const again = await addRecipient(sql, other, { phone: recipient.phone })
  await openSession(world.backend.sql, again.session, other.key)
  await world.tick()
  await sql`insert into public.suppressions (phone_e164, reason) values (${recipient.phone}, 'manual')`
  expect(await commands()).toEqual([COMPLETE])
  expect(await commands(again.session)).toEqual([COMPLETE])
})

test('an ended conversation is not ended again by a suppression', async () => {
  const { sql } = world.backend
  await sql`update public.session_info set session_status = 'completed'
    where session_id = ${recipient.session}`
  await world.tick()
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${recipient.phone}, 'manual')`
  expect(await commands()).toEqual([])
})

const calls = (transcript: string, calledAt = '2026-09-02T09:58:00Z') =>
  addCall(world.backend.sql, recipient.session, {
    callId: crypto.randomUUID(),
    calledAt,
    transcript,
  })

test('a whole line of theirs in a call suppresses on every channel; the same word in a sentence does not', async () => {
  await calls('Agent: Shall I stop?\nUser: The bus stop is near.\nUser: Start on Monday? Yes.')
  await world.tick()
  expect(await suppressions()).toEqual([])
  await calls('Agent: Hello, I am an AI.\nUser: Stop calling me.\nAgent: I will. Goodbye.')
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: true }])
  expect(await commands()).toEqual([COMPLETE])
})

test('what an answering machine says is nobody’s wish', async () => {
  await addCall(world.backend.sql, recipient.session, {
    callId: crypto.randomUUID(),
    transcript: 'User: Cancel.',
    analysis: { in_voicemail: true },
  })
  await world.tick()
  expect(await suppressions()).toEqual([])
})

test.each([
  ['before', '2026-09-02T11:00:00Z', true],
  ['after', '2026-09-02T09:00:00Z', false],
])('a START written %s the call, whatever is seen first', async (_when, calledAt, active) => {
  await world.backend.sql`insert into public.chat_history (session_id, message) values
    (${recipient.session}, ${world.backend.sql.json({
      sender: 'user',
      text: 'START',
      timestamp: '2026-09-02T10:00:00Z',
    })})`
  await calls('User: Stop.', calledAt)
  await world.tick()
  const isActive = async () => (await suppressions()).some((each) => each['active'])
  expect(await isActive()).toBe(active)
  await says('I like the job, by the way.')
  await world.tick()
  expect(await isActive()).toBe(active)
})

test('a call says STOP once: what START lifts is not suppressed again by reading the call again', async () => {
  await calls('User: Stop.', '2026-09-02T09:58:00Z')
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: true }])
  await says('START')
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: false }])
  await world.backend.sql`update public.call_info set analysis = '{"call_summary": "Short."}'
    where session_id = ${recipient.session}`
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: false }])
})

test('an opt-out in the flat shape counts like any other', async () => {
  await world.backend.sql`insert into public.chat_history (session_id, message)
    values (${recipient.session}, ${world.backend.sql.json({ sender: 'user', text: 'STOP!' })})`
  await world.tick()
  expect(await suppressions()).toEqual([{ reason: 'opted_out', active: true }])
})
