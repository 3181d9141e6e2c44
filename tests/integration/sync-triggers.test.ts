/** Somebody switches our triggers off in the agents' database, or drops them: nothing stands still or is lost. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { installBackend } from '../../scripts/backend-install.ts'
import { faultWords } from '../../src/bridge/sync-fault-words.ts'
import { createSyncPorts } from '../../src/bridge/sync-ports.ts'
import { createBackendClient } from '../../src/data/backend/client.ts'
import { createServiceClient } from '../../src/data/frontend/bridge-clients.ts'
import { runTick } from '../../src/sync/run-tick.ts'
import { candidateWrites, openSession, removeSession, setObjective } from '../support/agents.ts'
import { startBothDatabases, type BothDatabases } from '../support/both-databases.ts'
import { seeRecipient } from '../support/seen.ts'
import { addCampaign, addRecipient, type TestCampaign } from '../support/sync-world.ts'

let both: BothDatabases
let campaign: TestCampaign

beforeAll(async () => {
  both = await startBothDatabases()
  campaign = await addCampaign(both.frontend.sql)
})
afterAll(() => both.dispose())
beforeEach(async () => {
  await installBackend(both.backend.sql)
  await tick()
})

function tick() {
  const ports = createSyncPorts(
    createServiceClient(both.frontendApi),
    createBackendClient(both.backendApi),
  )
  return runTick(ports, { owner: 'triggers', trigger: 'command', force: true })
}

/** A recipient whose conversation has begun, and was read. */
async function somebody() {
  const recipient = await addRecipient(both.frontend.sql, campaign)
  await openSession(both.backend.sql, recipient.session, campaign.key)
  await tick()
  return {
    ...recipient,
    status: async () => (await seeRecipient(both.frontend.sql, recipient.id)).status,
  }
}

async function syncState() {
  const [row] = await both.frontend.sql`select public.sync_state() as state`
  return row?.['state'] as Record<string, unknown>
}

const SWITCHED_OFF = 'alter table public.chat_history disable trigger rollcall_insert'

test.each([
  ['switched off', SWITCHED_OFF],
  ['dropped', 'drop trigger rollcall_insert on public.chat_history'],
  [
    'no longer fired for replicas',
    'alter table public.chat_history enable trigger rollcall_insert',
  ],
])('where a trigger is %s the tick goes on over the sweep, and people are told', async (_, act) => {
  const ann = await somebody()
  expect(await syncState()).toMatchObject({ feed: 'log', logFault: null })
  await both.backend.sql.unsafe(act)
  await candidateWrites(both.backend.sql, ann.session, 'Hello')
  expect(await tick()).toMatchObject({ state: 'done', mode: 'sweep' })
  expect(await ann.status()).toBe('contacted')
  const state = await syncState()
  expect(state).toMatchObject({ feed: 'sweep', lapTicks: 1, lastErrorCode: null })
  const words = faultWords(String(state['logFault']), null)
  expect(words.message).toMatch(/does not log all of its changes.*changes may come late/)
  expect(words.hint).toContain('npm run backend:install')
})

test('while triggers are off, edits and deletions come within a round too', async () => {
  const [ann, ben] = [await somebody(), await somebody()]
  await setObjective(both.backend.sql, ann.session, 'interested', true)
  await setObjective(both.backend.sql, ben.session, 'interested', true)
  await tick()
  for (const table of ['session_info', 'session_objective_events', 'chat_history']) {
    await both.backend.sql`alter table public.${both.backend.sql(table)} disable trigger user`
  }
  await removeSession(both.backend.sql, ann.session)
  await setObjective(both.backend.sql, ben.session, 'hired', true)
  for (let look = 0; look < 2; look += 1) await tick()
  expect([await ann.status(), await ben.status()]).toEqual(['not-contacted', 'hired'])
})

test('when the triggers are back the log takes over with everything, and the alert goes', async () => {
  const ann = await somebody()
  await both.backend.sql.unsafe(SWITCHED_OFF)
  await tick()
  expect(await syncState()).toMatchObject({ logFault: 'backend_log_incomplete' })
  await candidateWrites(both.backend.sql, ann.session, 'Hello')
  await installBackend(both.backend.sql)
  expect(await tick()).toMatchObject({ state: 'done', mode: 'full' })
  expect(await ann.status()).toBe('contacted')
  expect(await syncState()).toMatchObject({ feed: 'log', logFault: null, lapTicks: null })
  await setObjective(both.backend.sql, ann.session, 'interested', true)
  expect(await tick()).toMatchObject({ state: 'done', mode: 'log' })
  expect(await ann.status()).toBe('interested')
})

test('what went unlogged between two looks is read, though the triggers are back by then', async () => {
  const ann = await somebody()
  await both.backend.sql.unsafe(SWITCHED_OFF)
  await candidateWrites(both.backend.sql, ann.session, 'Hello')
  await both.backend.sql`alter table public.chat_history enable always trigger rollcall_insert`
  expect(await tick()).toMatchObject({ state: 'done', mode: 'full' })
  expect(await ann.status()).toBe('contacted')
})
