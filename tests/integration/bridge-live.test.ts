/** Looking at a conversation as it is right now: who may, how often, and what is kept of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { candidateWrites, openSession } from '../support/agents.ts'
import { createBridgeWorld, problemCode, type BridgeWorld } from '../support/bridge-world.ts'
import { ANN } from '../support/two-offices.ts'

let world: BridgeWorld

beforeAll(async () => {
  world = await createBridgeWorld()
  await openSession(world.backend.sql, ANN.session, 'plumber_u00000001')
  await candidateWrites(world.backend.sql, ANN.session, 'Is there parking?')
})
afterAll(() => world.close())

const look = (token: string) =>
  world.request('GET', `/recipients/${world.ids.recipient}/live`, { token })

const looksOf = (user: string) => world.frontend.sql`select entity_type, entity_id from audit_log
  where action = 'live-view' and actor_id = ${user}`

test('the conversation comes straight from the backend, without session id or phone', async () => {
  const answer = await look(world.tokens.manchesterViewer)
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('Is there parking?')
  expect(answer.text).not.toContain(ANN.session)
  expect(answer.text).not.toContain(ANN.phone.slice(1))
})

test('a look is in the audit log with who looked, and one that was refused is not', async () => {
  const { users, tokens, ids } = world
  await look(tokens.admin)
  await look(tokens.londonRecruiter)
  expect(await looksOf(users.admin)).toEqual([
    { entity_type: 'recipient', entity_id: ids.recipient },
  ])
  expect(await looksOf(users.londonRecruiter)).toEqual([])
})

test('who looks without end is told when to go on; others are not held up', async () => {
  const { users, tokens } = world
  let looked = 0
  let refused = await look(tokens.manchesterRecruiter)
  while (refused.status === 200 && looked < 100) {
    looked += 1
    refused = await look(tokens.manchesterRecruiter)
  }
  expect(looked).toBeGreaterThan(12)
  expect([refused.status, problemCode(refused)]).toEqual([429, 'live_limit'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await looksOf(users.manchesterRecruiter)).toHaveLength(looked)
  expect((await look(tokens.admin)).status).toBe(200)
})

test('a recipient without a session in the ledger has nothing to show', async () => {
  const { sql } = world.frontend
  const [row] = await sql`insert into campaign_candidates (campaign_id, office_id)
    values (${world.ids.campaign}, ${world.manchester}) returning id`
  const answer = await world.request('GET', `/recipients/${String(row?.['id'])}/live`, {
    token: world.tokens.admin,
  })
  expect(answer.body).toEqual({ syncPaused: null, sessions: [] })
})

test('while the sync is paused the conversation is shown all the same, and that it is paused', async () => {
  await world.frontend.sql`select public.sync_set_paused(null, 'n8n is being moved')`
  const messages = async () =>
    (await world.frontend.sql`select from whatsapp_messages where body = 'Is there parking?'`)
      .length
  const before = await messages()
  const answer = await look(world.tokens.manchesterViewer)
  expect(answer.text).toContain('Is there parking?')
  expect(answer.body).toMatchObject({ syncPaused: 'n8n is being moved' })
  expect(await messages()).toBe(before)
  await world.frontend.sql`select public.sync_set_paused(null, null)`
})

test('when the agents’ database fails, the answer says so and names nobody', async () => {
  await world.backend.sql`alter function public.rollcall_sessions rename to rollcall_gone`
  await world.backend.sql`alter table public.chat_history rename to chat_gone`
  const answer = await look(world.tokens.manchesterViewer)
  expect(answer.status).toBeGreaterThanOrEqual(500)
  problemCode(answer)
})
