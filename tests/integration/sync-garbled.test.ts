/** Requests that arrive as something else than was sent: the way's fault, and no row's. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSyncPorts } from '../../src/bridge/sync-ports.ts'
import { createBackendClient } from '../../src/data/backend/client.ts'
import { createServiceClient } from '../../src/data/frontend/bridge-clients.ts'
import { runTick } from '../../src/sync/run-tick.ts'
import { candidateWrites } from '../support/agents.ts'
import {
  type DatabaseApi,
  type FrontendApi,
  startBackendApi,
  startFrontendApi,
} from '../support/database-api.ts'
import { seeIssues, seeRecipient } from '../support/seen.ts'
import {
  addCampaign,
  addContacted,
  createSyncWorld,
  type SyncWorld,
  type TestCampaign,
} from '../support/sync-world.ts'

let world: SyncWorld
let frontendApi: FrontendApi
let backendApi: DatabaseApi
let campaign: TestCampaign

beforeAll(async () => {
  world = await createSyncWorld()
  frontendApi = await startFrontendApi(world.frontend)
  backendApi = await startBackendApi(world.backend)
  campaign = await addCampaign(world.frontend.sql)
  await world.tick()
})
afterAll(async () => {
  await frontendApi.dispose()
  await backendApi.dispose()
  await world.close()
})

const half = (body: string) => body.slice(0, Math.floor(body.length / 2))

function garbled(body: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Buffer.from(body))
  return bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 3)
}

test.each([
  ['cut short', half],
  ['garbled', garbled],
])('an apply that arrives %s sets nobody aside', async (_case, spoil) => {
  const recipient = await addContacted(world, campaign)
  await candidateWrites(world.backend.sql, recipient.session, 'Hello, are you there?')
  let spoilt = 0
  const onTheWay: typeof fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input as string | URL)
    const isApply = address.endsWith('/rpc/sync_apply') && spoilt === 0
    if (!isApply || typeof init?.body !== 'string') return fetch(input, init)
    spoilt += 1
    return fetch(input, { ...init, body: spoil(init.body) })
  }
  const ports = createSyncPorts(
    createServiceClient({ ...frontendApi, fetch: onTheWay }),
    createBackendClient(backendApi),
  )
  const tick = () => runTick(ports, { owner: 'api', trigger: 'command', force: true })
  expect(await tick()).toMatchObject({ state: 'failed', error: { code: 'PGRST102' } })
  expect(spoilt).toBe(1)
  expect(await seeIssues(world.frontend.sql, recipient.session)).toEqual([])
  await tick()
  expect((await seeRecipient(world.frontend.sql, recipient.id)).status).toBe('contacted')
})
