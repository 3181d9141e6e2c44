/** Whom a session concerns: exact ids first, phones inside the campaigns it names, nothing guessed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { candidateWrites, openSession, removeSession } from '../support/agents.ts'
import { seeIssues, seeMatch, seeRecipient } from '../support/seen.ts'
import {
  addCampaign,
  addRecipient,
  createSyncWorld,
  newPhone,
  newUid,
  type SyncWorld,
} from '../support/sync-world.ts'

let world: SyncWorld

beforeAll(async () => {
  world = await createSyncWorld()
})
afterAll(() => world.close())

async function addNumber(session: string, phone: string): Promise<void> {
  await world.backend.sql`insert into public.numbers values (${session}, ${phone})`
}

test('the session id of the ledger finds its recipient, whatever number stands beside it', async () => {
  const campaign = await addCampaign(world.frontend.sql)
  const recipient = await addRecipient(world.frontend.sql, campaign)
  const other = await addRecipient(world.frontend.sql, campaign)
  await openSession(world.backend.sql, recipient.session, campaign.key)
  await addNumber(recipient.session, other.phone)
  await world.tick()
  expect(await seeMatch(world.frontend.sql, recipient.session)).toEqual({
    recipient_id: recipient.id,
    matched_by: 'session',
  })
})

test('the suffix that n8n puts on chat ids makes no other session', async () => {
  const campaign = await addCampaign(world.frontend.sql)
  const recipient = await addRecipient(world.frontend.sql, campaign)
  await candidateWrites(
    world.backend.sql,
    `${recipient.session}__Postgres_Chat_Memory`,
    'Yes, tell me more',
  )
  await world.tick()
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('contacted')
})

test('a session of an unknown id is found by its number inside the campaign it names', async () => {
  const campaign = await addCampaign(world.frontend.sql, { slug: 'roofer-leeds' })
  const elsewhere = await addCampaign(world.frontend.sql, { slug: 'roofer-york' })
  const phone = newPhone()
  const recipient = await addRecipient(world.frontend.sql, campaign, { phone })
  await addRecipient(world.frontend.sql, elsewhere, { phone })
  await openSession(world.backend.sql, 'chatbot-4711', campaign.key)
  await addNumber('chatbot-4711', phone.replace('+44', '0'))
  await world.tick()
  expect(await seeMatch(world.frontend.sql, 'chatbot-4711')).toEqual({
    recipient_id: recipient.id,
    matched_by: 'phone',
  })
})

test('a number without a campaign is never enough', async () => {
  const campaign = await addCampaign(world.frontend.sql)
  const recipient = await addRecipient(world.frontend.sql, campaign)
  await addNumber('number-only', recipient.phone)
  await world.tick()
  expect(await seeMatch(world.frontend.sql, 'number-only')).toMatchObject({
    recipient_id: null,
    matched_by: 'unmatched',
  })
})

test("Brazil's ninth digit, left out by WhatsApp, is the same line", async () => {
  const campaign = await addCampaign(world.frontend.sql, { slug: 'pedreiro-recife' })
  const recipient = await addRecipient(world.frontend.sql, campaign, { phone: '+5581987654321' })
  await openSession(world.backend.sql, 'br-1', campaign.key)
  await addNumber('br-1', '+558187654321')
  await world.tick()
  expect(await seeMatch(world.frontend.sql, 'br-1')).toEqual({
    recipient_id: recipient.id,
    matched_by: 'variant',
  })
})

test('a backend that holds campaigns without uid is found while only one of ours has the name', async () => {
  const campaign = await addCampaign(world.frontend.sql, { slug: 'welder-hull' })
  const recipient = await addRecipient(world.frontend.sql, campaign)
  await openSession(world.backend.sql, 'base-1', 'Welder - Hull')
  await addNumber('base-1', recipient.phone)
  await world.tick()
  expect(await seeMatch(world.frontend.sql, 'base-1')).toEqual({
    recipient_id: recipient.id,
    matched_by: 'phone',
  })
})

test('a second campaign of that name makes it ambiguous, and a person is told who it could be', async () => {
  const { sql } = world.frontend
  const first = await addCampaign(sql, { slug: 'painter-bath' })
  const phone = newPhone()
  const one = await addRecipient(sql, first, { phone })
  const session = `painterbath_${phone.slice(1)}`
  await candidateWrites(world.backend.sql, session, 'Hello')
  await world.tick()
  expect(await seeMatch(sql, session)).toEqual({ recipient_id: one.id, matched_by: 'parsed' })

  const second = await addCampaign(sql, { slug: 'painter-bath' })
  const two = await addRecipient(sql, second, { phone })
  await world.tick()
  expect(await seeMatch(sql, session)).toEqual({ recipient_id: null, matched_by: 'ambiguous' })
  expect((await seeRecipient(sql, one.id)).status).toBe('not-contacted')
  const [issue] = await sql`
    select details from public.sync_issues where session_id = ${session} and kind = 'ambiguous'`
  expect(issue?.['details']).toEqual({ recipientIds: [one.id, two.id].toSorted() })
})

test('a key with a uid that is not ours is somebody else, even if the name is', async () => {
  const campaign = await addCampaign(world.frontend.sql, { slug: 'tiler-ely' })
  const recipient = await addRecipient(world.frontend.sql, campaign)
  const session = `tilerely_${newUid()}_${recipient.phone.slice(1)}`
  await openSession(world.backend.sql, session, `tiler-ely_${newUid()}`)
  await world.tick()
  expect(await seeMatch(world.frontend.sql, session)).toMatchObject({ matched_by: 'unmatched' })
  expect(await seeIssues(world.frontend.sql, session)).toEqual([
    { kind: 'unmatched', item: '', state: 'open' },
  ])
})

test('an older id without uid parses to its campaign and recipient', async () => {
  const campaign = await addCampaign(world.frontend.sql, { slug: 'joiner-kent' })
  const recipient = await addRecipient(world.frontend.sql, campaign)
  const session = `joinerkent_${recipient.phone.slice(1)}`
  await candidateWrites(world.backend.sql, session, 'Hi')
  await world.tick()
  expect(await seeMatch(world.frontend.sql, session)).toEqual({
    recipient_id: recipient.id,
    matched_by: 'parsed',
  })
})

test('an excluded recipient is never found by phone; the one who was not is', async () => {
  const { sql } = world.frontend
  const campaign = await addCampaign(sql, { slug: 'glazier-rye' })
  const phone = newPhone()
  await addRecipient(sql, campaign, { phone, session: null, deliveryState: 'excluded' })
  const kept = await addRecipient(sql, campaign, { phone })
  await openSession(world.backend.sql, 'glazier-1', campaign.key)
  await addNumber('glazier-1', phone)
  await world.tick()
  expect(await seeMatch(sql, 'glazier-1')).toEqual({ recipient_id: kept.id, matched_by: 'phone' })
})

test('a session that came before its recipient is matched once the ledger has them', async () => {
  const { sql } = world.frontend
  const campaign = await addCampaign(sql, { slug: 'fitter-ayr' })
  const phone = newPhone()
  const session = `fitterayr_${campaign.uid}_${phone.slice(1)}`
  await candidateWrites(world.backend.sql, session, 'Hello')
  await world.tick()
  expect(await seeMatch(sql, session)).toMatchObject({ recipient_id: null })

  const recipient = await addRecipient(sql, campaign, { phone })
  await world.tick()
  expect(await seeMatch(sql, session)).toEqual({
    recipient_id: recipient.id,
    matched_by: 'session',
  })
  expect((await seeRecipient(sql, recipient.id)).status).toBe('contacted')
  const [message] = await sql`
    select campaign_candidate_id from public.whatsapp_messages where session_id = ${session}`
  expect(message?.['campaign_candidate_id']).toBe(recipient.id)
  expect(await seeIssues(sql, session)).toEqual([
    { kind: 'unmatched', item: '', state: 'resolved' },
  ])
})

test("a person's word about whom a session belongs to outlives every later tick", async () => {
  const { sql } = world.frontend
  const campaign = await addCampaign(sql, { slug: 'mason-elgin' })
  const recipient = await addRecipient(sql, campaign)
  await candidateWrites(world.backend.sql, 'walk-in-9', 'Is this still open?')
  await world.tick()
  await sql`select private.link_session('walk-in-9', ${recipient.id}, null)`
  expect((await seeRecipient(sql, recipient.id)).status).toBe('contacted')
  await candidateWrites(world.backend.sql, 'walk-in-9', 'Hello?')
  await world.tick()
  expect(await seeMatch(sql, 'walk-in-9')).toEqual({
    recipient_id: recipient.id,
    matched_by: 'person',
  })
  await sql`select private.link_session('walk-in-9', null, null)`
  expect((await seeRecipient(sql, recipient.id)).status).toBe('not-contacted')
})

test.each(['waiting', 'sending', 'unconfirmed', 'failed'])(
  'a session that is there confirms a task that was %s',
  async (deliveryState) => {
    const { sql } = world.frontend
    const campaign = await addCampaign(sql)
    const recipient = await addRecipient(sql, campaign, { deliveryState })
    await openSession(world.backend.sql, recipient.session, campaign.key)
    await world.tick()
    expect((await seeRecipient(sql, recipient.id)).delivery_state).toBe('confirmed')
  },
)

test('a test send is nobody’s conversation, and nobody has to look for whose it is', async () => {
  const { sql } = world.frontend
  const test = 'plumberlondontest1a2b3c4d_rollcall1_447700900999'
  await candidateWrites(world.backend.sql, test, 'Works for me.')
  await world.tick()
  expect(await seeMatch(sql, test)).toEqual({ recipient_id: null, matched_by: 'unmatched' })
  expect(await sql`select from public.sync_issues where session_id = ${test}`).toEqual([])
})

test('one session that cannot be matched again is told about, and stops no other', async () => {
  const { sql } = world.frontend
  const campaign = await addCampaign(sql, { slug: 'slater-wick' })
  const phones = [newPhone(), newPhone(), newPhone(), newPhone()]
  for (const [nth, phone] of phones.entries()) {
    await openSession(world.backend.sql, `slater-${nth}`, campaign.key)
    await addNumber(`slater-${nth}`, phone)
  }
  await world.tick()
  await sql`alter table public.session_evidence
    add constraint stuck check (session_id <> 'slater-1' or recipient_id is null) not valid`
  for (const phone of phones) await addRecipient(sql, campaign, { phone })
  for (let ticks = 0; ticks < 10; ticks += 1) await world.tick()
  const unmatched = await sql`select session_id, rematch from public.session_evidence
    where session_id like 'slater-%' and recipient_id is null`
  expect([...unmatched]).toEqual([{ session_id: 'slater-1', rematch: false }])
  const issues = await sql`select details -> 'sessions' as sessions from public.sync_issues
    where kind = 'poison' and item = 'rematch' and state = 'open'`
  expect([...issues]).toEqual([{ sessions: 1 }])
  await sql`alter table public.session_evidence drop constraint stuck`
})

test('of two campaigns of one name not even the only one with that number is guessed', async () => {
  const { sql } = world.frontend
  const recipient = await addRecipient(sql, await addCampaign(sql, { slug: 'roofer-deal' }))
  await addRecipient(sql, await addCampaign(sql, { slug: 'roofer-deal' }))
  const session = `rooferdeal_${recipient.phone.slice(1)}`
  await candidateWrites(world.backend.sql, session, 'Hello')
  await world.tick()
  expect(await seeMatch(sql, session)).toEqual({ recipient_id: null, matched_by: 'ambiguous' })
})

test('a session under another id shows whose it is, but confirms no task', async () => {
  const { sql } = world.frontend
  const campaign = await addCampaign(sql)
  const recipient = await addRecipient(sql, campaign, { deliveryState: 'waiting' })
  await openSession(world.backend.sql, 'another-id', campaign.key)
  await addNumber('another-id', recipient.phone)
  await world.tick()
  expect(await seeMatch(sql, 'another-id')).toMatchObject({ recipient_id: recipient.id })
  expect((await seeRecipient(sql, recipient.id)).delivery_state).toBe('waiting')
})

test('a record that went with its conversation is there again when the conversation is', async () => {
  const session = 'comes-and-goes'
  const states = async () =>
    (await seeIssues(world.frontend.sql, session)).map(({ state }) => state as string)
  await candidateWrites(world.backend.sql, session, 'Hello')
  await world.tick()
  expect(await states()).toEqual(['open'])
  await removeSession(world.backend.sql, session)
  await world.tick()
  expect(await states()).toEqual(['resolved'])
  await candidateWrites(world.backend.sql, session, 'Hello again')
  await world.tick()
  expect(await states()).toEqual(['open'])
})
