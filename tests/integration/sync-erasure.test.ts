/** What was erased does not come back (S11). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { candidateWrites, removeSession } from '../support/agents.ts'
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

let world: SyncWorld
let campaign: TestCampaign
let admin: string

beforeAll(async () => {
  world = await createSyncWorld()
  campaign = await addCampaign(world.frontend.sql)
  admin = await addRecruiter(world.frontend.sql)
  await world.frontend.sql`update public.profiles set role = 'admin' where id = ${admin}`
})
afterAll(() => world.close())

async function erase(personId: string | null): Promise<void> {
  await actAs(world.frontend.sql, admin, campaign.officeId, async (tx) => {
    await tx`select public.erase_person(${personId})`
  })
}

/** Every row of the frontend that still names the session. */
async function tracesOf(session: string): Promise<string[]> {
  const rows = await world.frontend.sql`
    select 'evidence' as place from public.session_evidence where session_id = ${session}
    union all select 'message' from public.whatsapp_messages where session_id = ${session}
    union all select 'call' from public.call_records where session_id = ${session}
    union all select 'event' from public.objective_events where session_id = ${session}
    union all select 'issue' from public.sync_issues where session_id = ${session}
    union all select 'suppression' from public.suppressions where session_id = ${session}`
  return rows.map((row) => String(row['place']))
}

const commandsOf = (session: string) => world.frontend.sql`
  select id from public.backend_commands
  where session_id = ${session} and kind = 'erase-session' and state = 'waiting'`

test('a session of somebody erased is dropped, and the backend is told to erase it', async () => {
  const recipient = await addContacted(world, campaign)
  await candidateWrites(world.backend.sql, recipient.session, 'Hello')
  await world.tick()
  await erase(recipient.personId)
  expect(await tracesOf(recipient.session)).toEqual([])
  await world.frontend.sql`update public.backend_commands set state = 'done'`

  await candidateWrites(world.backend.sql, recipient.session, 'STOP')
  const report = await world.tick()
  expect(report.state).toBe('done')
  expect(await tracesOf(recipient.session)).toEqual([])
  expect(await commandsOf(recipient.session)).toHaveLength(1)
})

test('neither does a new session under the same number, or a variant of it', async () => {
  const recipient = await addRecipient(world.frontend.sql, campaign, { phone: '+5581987654321' })
  await erase(recipient.personId)
  await world.backend.sql`insert into public.numbers values ('again-1', '+558187654321')`
  await candidateWrites(world.backend.sql, 'again-1', 'Hello')
  await world.tick()
  expect(await tracesOf('again-1')).toEqual([])
  expect(await commandsOf('again-1')).toHaveLength(1)
})

test('a full walk brings nothing of it back, and a session erased there too is asked for no more', async () => {
  const recipient = await addRecipient(world.frontend.sql, campaign)
  const { session } = recipient
  await candidateWrites(world.backend.sql, session, 'Hello')
  await erase(recipient.personId)
  await world.frontend.sql`update public.sync_cursors set cursor = null`
  await world.tick()
  expect(await tracesOf(session)).toEqual([])
  await world.frontend.sql`delete from public.backend_commands`
  await removeSession(world.backend.sql, session)
  await world.tick()
  expect(await tracesOf(session)).toEqual([])
  expect(await commandsOf(session)).toHaveLength(0)
})

test('what is written while an erasure is on its way is erased too', async () => {
  const { sql } = world.frontend
  const { session, personId } = await addRecipient(sql, campaign)
  await candidateWrites(world.backend.sql, session, 'Hello')
  await erase(personId)
  const [claimed] = await sql`select public.claim_commands('erase-session') as commands`
  const ids = ((claimed?.['commands'] ?? []) as { id: string }[]).map(({ id }) => id)
  await candidateWrites(world.backend.sql, session, 'Are you there?')
  await world.tick()
  await sql`select public.finish_commands(${ids}::uuid[])`
  expect(await commandsOf(session)).toHaveLength(1)
})

test('others are not touched', async () => {
  const [gone, kept] = [
    await addRecipient(world.frontend.sql, campaign, { phone: newPhone() }),
    await addRecipient(world.frontend.sql, campaign, { phone: newPhone() }),
  ]
  await erase(gone.personId)
  await candidateWrites(world.backend.sql, kept.session, 'Hello')
  await world.tick()
  expect(await tracesOf(kept.session)).toEqual(['evidence', 'message'])
})
