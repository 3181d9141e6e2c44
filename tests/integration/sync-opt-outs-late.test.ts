/** STOP in conversations of which it is known later whose they are, of other spellings, or of who is on the list already. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCall, candidateWrites, openSession } from '../support/agents.ts'
import { actAs, addRecruiter } from '../support/recruiter.ts'
import {
  addCampaign,
  addContacted,
  addRecipient,
  createSyncWorld,
  newPhone,
  type SyncWorld,
  type TestCampaign,
} from '../support/sync-world.ts'

// Brazil has no numbers for fiction; these are the two spellings of one line.
const [WITH_NINE, WITHOUT_NINE] = ['+5511961234567', '+551161234567']

let world: SyncWorld
let campaign: TestCampaign

beforeAll(async () => {
  world = await createSyncWorld()
  campaign = await addCampaign(world.frontend.sql)
})
afterAll(() => world.close())

async function isSuppressed(phone: string): Promise<boolean> {
  const [row] = await world.frontend.sql`
    select exists (select from public.suppressions where lifted_at is null
      and private.phone_key(phone_e164) = private.phone_key(${phone})) as suppressed`
  return row?.['suppressed'] === true
}

async function commandReasons(session: string): Promise<string[]> {
  const rows = await world.frontend.sql<{ reason: string }[]>`
    select reason from public.backend_commands where session_id = ${session} order by created_at`
  return rows.map(({ reason }) => reason)
}

async function link(session: string, recipientId: string): Promise<void> {
  await world.frontend.sql`select private.link_session(${session}, ${recipientId}, null)`
}

test('a STOP of somebody unknown is obeyed once a person says whose conversation it is', async () => {
  const recipient = await addRecipient(world.frontend.sql, campaign)
  await openSession(world.backend.sql, 'walk-in-1', campaign.key)
  await candidateWrites(world.backend.sql, 'walk-in-1', 'STOP')
  await world.tick()
  expect(await isSuppressed(recipient.phone)).toBe(false)
  await link('walk-in-1', recipient.id)
  expect(await isSuppressed(recipient.phone)).toBe(true)
  expect(await commandReasons('walk-in-1')).toEqual(['suppressed'])
})

test('so is one in a call', async () => {
  const recipient = await addRecipient(world.frontend.sql, campaign)
  await addCall(world.backend.sql, 'walk-in-2', { callId: 'late-1', transcript: 'User: Stop.' })
  await world.tick()
  await link('walk-in-2', recipient.id)
  expect(await isSuppressed(recipient.phone)).toBe(true)
})

test.each(['message', 'call'])(
  'a STOP in a %s that was obeyed for one number is obeyed for the one that joins it, and for no other again',
  async (kind) => {
    const session = `walk-in-${kind}`
    const [own, { id, phone }] = [newPhone(), await addRecipient(world.frontend.sql, campaign)]
    await world.backend.sql`insert into public.numbers values (${session}, ${own})`
    if (kind === 'message') await candidateWrites(world.backend.sql, session, 'STOP')
    else await addCall(world.backend.sql, session, { callId: 'late-2', transcript: 'User: Stop.' })
    await world.tick()
    expect([await isSuppressed(own), await isSuppressed(phone)]).toEqual([true, false])
    await world.frontend
      .sql`update public.suppressions set lifted_at = now() where phone_e164 = ${own}`
    await link(session, id)
    expect([await isSuppressed(own), await isSuppressed(phone)]).toEqual([false, true])
  },
)

test('an active conversation that turns out to be of a stopped campaign is told to end', async () => {
  const { sql } = world.frontend
  const stopped = await addCampaign(sql, { state: 'stopped' })
  const recipient = await addRecipient(sql, stopped)
  await openSession(world.backend.sql, 'walk-in-3', campaign.key)
  await world.tick()
  expect(await commandReasons('walk-in-3')).toEqual([])
  await link('walk-in-3', recipient.id)
  expect(await commandReasons('walk-in-3')).toEqual(['campaign-stopped'])
})

test('the last word counts for every spelling of a number, in whatever order they come', async () => {
  const { backend } = world
  await backend.sql`insert into public.numbers values
    ('br-stop', ${WITH_NINE}), ('br-start', ${WITHOUT_NINE})`
  const stop = await candidateWrites(backend.sql, 'br-stop', 'STOP')
  const start = await candidateWrites(backend.sql, 'br-start', 'START')
  expect(start).toBeGreaterThan(stop)
  await backend.sql`delete from public.chat_history where id = ${stop}`
  await world.tick()
  await backend.sql`insert into public.chat_history (id, session_id, message)
    values (${stop}, 'br-stop', ${backend.sql.json({ sender: 'user', text: 'STOP' })})`
  await world.tick()
  expect(await isSuppressed(WITH_NINE)).toBe(false)
})

test('whoever is suppressed under one spelling has their conversations under the other ended', async () => {
  const { sql } = world.frontend
  const inLedger = await addRecipient(sql, campaign, { phone: WITH_NINE })
  await openSession(world.backend.sql, inLedger.session, campaign.key)
  await world.backend.sql`insert into public.numbers values ('br-other', ${WITH_NINE})`
  await candidateWrites(world.backend.sql, 'br-other', 'Hello')
  await addContacted(world, campaign)
  await world.tick()
  await sql`insert into public.suppressions (phone_e164, reason) values (${WITHOUT_NINE}, 'manual')`
  expect(await commandReasons(inLedger.session)).toEqual(['suppressed'])
  expect(await commandReasons('br-other')).toEqual(['suppressed'])
})

test.each(['message', 'call'])(
  'a number that a person put on the list is theirs to lift, unless its owner asked since, in a %s',
  async (kind) => {
    const { sql } = world.frontend
    const { phone, session } = await addContacted(world, campaign)
    const admin = await addRecruiter(sql)
    await sql`update public.profiles set role = 'admin' where id = ${admin}`
    const [row] = await sql`insert into public.suppressions (phone_e164, reason, source)
      values (${phone}, 'manual', 'person') returning id`
    const lift = () =>
      actAs(sql, admin, campaign.officeId, async (tx) => {
        await tx`select public.lift_opt_out(${String(row?.['id'])}, 'They are hired')`
      })
    const call = { callId: crypto.randomUUID(), transcript: 'User: Stop.' }
    if (kind === 'message') await candidateWrites(world.backend.sql, session, 'STOP')
    else await addCall(world.backend.sql, session, call)
    await world.tick()
    await expect(lift()).rejects.toMatchObject({ detail: 'invalid:said_themselves' })
    await world.backend.sql`insert into public.chat_history (session_id, message)
      values (${session}, ${world.backend.sql.json({ sender: 'user', text: 'START', timestamp: '2026-09-02T12:00:00Z' })})`
    await world.tick()
    expect(await isSuppressed(phone)).toBe(true)
    await lift()
    expect(await isSuppressed(phone)).toBe(false)
  },
)

test('whoever is on the list under one spelling has each new conversation under the other ended', async () => {
  const [listed, other] = ['+5511961234568', '+551161234568']
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${listed}, 'manual')`
  await world.backend.sql`insert into public.numbers values ('br-new', ${other})`
  await openSession(world.backend.sql, 'br-new', campaign.key)
  await world.tick()
  expect(await commandReasons('br-new')).toEqual(['suppressed'])
})

test('a STOP that was overtaken counts again when the START that overtook it is deleted', async () => {
  const { phone, session } = await addContacted(world, campaign)
  await candidateWrites(world.backend.sql, session, 'STOP')
  await world.tick()
  expect(await isSuppressed(phone)).toBe(true)
  await world.backend.sql`insert into public.numbers values ('their-other', ${phone})`
  await candidateWrites(world.backend.sql, 'their-other', 'START')
  await world.tick()
  expect(await isSuppressed(phone)).toBe(false)
  await world.backend.sql`delete from public.chat_history where session_id = 'their-other'`
  await world.tick()
  expect(await isSuppressed(phone)).toBe(true)
})
