/** A whole tick without the change log: chosen because it isn't there, and left when it is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installBackend } from '../../scripts/backend-install.ts'
import { createSyncPorts, type BackendFeed } from '../../src/bridge/sync-ports.ts'
import { createBackendClient } from '../../src/data/backend/client.ts'
import { createServiceClient } from '../../src/data/frontend/bridge-clients.ts'
import { runTick } from '../../src/sync/run-tick.ts'
import { candidateWrites, openSession, removeSession, setObjective } from '../support/agents.ts'
import { startBothDatabases, type BothDatabases } from '../support/both-databases.ts'
import { seeRecipient } from '../support/seen.ts'
import { addCampaign, addRecipient, type TestRecipient } from '../support/sync-world.ts'

let both: BothDatabases
let recipient: TestRecipient

beforeAll(async () => {
  both = await startBothDatabases({ installed: false })
  const campaign = await addCampaign(both.frontend.sql)
  recipient = await addRecipient(both.frontend.sql, campaign)
  await openSession(both.backend.sql, recipient.session, campaign.key)
})
afterAll(() => both.dispose())

function tick(feed: BackendFeed = 'auto') {
  const ports = createSyncPorts(
    createServiceClient(both.frontendApi),
    createBackendClient(both.backendApi),
    feed,
  )
  return runTick(ports, { owner: 'sweep', trigger: 'command', force: true })
}

const status = async () => (await seeRecipient(both.frontend.sql, recipient.id)).status

test('without our part in the backend, statuses arrive all the same', async () => {
  await candidateWrites(both.backend.sql, recipient.session, 'Hello')
  expect(await tick()).toMatchObject({ state: 'done', mode: 'sweep' })
  expect(await status()).toBe('contacted')
  await setObjective(both.backend.sql, recipient.session, 'interested', true)
  await tick()
  expect(await status()).toBe('interested')
})

test('a look that finds everything as it was changes nothing', async () => {
  const before = await both.frontend.sql`select count(*)::int as n from public.status_events`
  expect(await tick()).toMatchObject({ state: 'done', changed: 0, messages: 0 })
  expect(await both.frontend.sql`select count(*)::int as n from public.status_events`).toEqual(
    before,
  )
})

test('the state of the sync says how changes are found, and how soon at the latest', async () => {
  const [row] = await both.frontend.sql`select public.sync_state() as state`
  expect(row?.['state']).toMatchObject({ feed: 'sweep', lapTicks: 1 })
})

test('where only the change log will do, its absence is said', async () => {
  expect(await tick('log')).toMatchObject({
    state: 'failed',
    error: { code: 'backend_not_installed' },
  })
})

test('evidence that is gone takes its status with it', async () => {
  await removeSession(both.backend.sql, recipient.session)
  for (let look = 0; look < 2; look += 1) await tick()
  expect(await status()).toBe('not-contacted')
})

test('once our part is installed the log takes over, beginning with everything', async () => {
  await installBackend(both.backend.sql)
  await candidateWrites(both.backend.sql, recipient.session, 'Hello again')
  // The API hears of new functions a moment after they are there.
  await expect.poll(async () => (await tick()).mode, { timeout: 20_000 }).toBe('full')
  expect(await status()).toBe('contacted')
  const [row] = await both.frontend.sql`select public.sync_state() as state`
  expect(row?.['state']).toMatchObject({ feed: 'log', lapTicks: null })
})

test('a message keeps the time that the log knew when the sweep reads it again', async () => {
  const times = () => both.frontend.sql<
    { chat_id: string; sent_at: Date | null; certainty: string }[]
  >`
    select chat_id, sent_at, time_certainty as certainty from public.whatsapp_messages
    where session_id = ${recipient.session} order by chat_id`
  await candidateWrites(both.backend.sql, recipient.session, 'When do I start?')
  await tick()
  const known = await times()
  expect(known.at(-1)).toMatchObject({ certainty: 'about', sent_at: expect.any(Date) as Date })
  await candidateWrites(both.backend.sql, recipient.session, 'Are you there?')
  for (let look = 0; look < 2; look += 1) expect((await tick('sweep')).state).toBe('done')
  expect((await times()).slice(0, known.length)).toEqual(known)
  expect((await times()).at(-1)).toMatchObject({ certainty: 'none', sent_at: null })
})

test('a message whose words changed is not given the time of the old ones', async () => {
  await both.backend
    .sql`update public.chat_history set message = message || '{"content": "Never mind"}'
    where session_id = ${recipient.session} and message ->> 'content' = 'When do I start?'`
  await tick('sweep')
  const [row] = await both.frontend.sql`select sent_at from public.whatsapp_messages
    where session_id = ${recipient.session} and body = 'Never mind'`
  expect(row).toEqual({ sent_at: null })
})
