/** When an erasure counts as done: both sides are empty, whoever had to see to it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runErasures } from '../../src/bridge/run-erasures.ts'
import { createBackendClient } from '../../src/data/backend/client.ts'
import { createServiceClient } from '../../src/data/frontend/bridge-clients.ts'
import { candidateWrites } from '../support/agents.ts'
import { startBothDatabases, type BothDatabases } from '../support/both-databases.ts'
import { actAs, addRecruiter } from '../support/recruiter.ts'
import { addCampaign, addRecipient, type TestCampaign } from '../support/sync-world.ts'

let both: BothDatabases
let campaign: TestCampaign
let admin: string

beforeAll(async () => {
  both = await startBothDatabases()
  campaign = await addCampaign(both.frontend.sql)
  admin = await addRecruiter(both.frontend.sql)
  await both.frontend.sql`update public.profiles set role = 'admin' where id = ${admin}`
})
afterAll(() => both.dispose())

async function erase(personId: string | null): Promise<void> {
  await actAs(both.frontend.sql, admin, campaign.officeId, async (tx) => {
    await tx`select public.erase_person(${personId})`
  })
}

const slice = () =>
  runErasures(
    {
      frontend: createServiceClient(both.frontendApi),
      backend: createBackendClient(both.backendApi),
    },
    () => false,
  )

const left = async () => [
  ...(await both.frontend.sql`select kind from public.erasures where finished_at is null`),
  ...(await both.frontend.sql`select kind from public.backend_commands`),
]

test('an erasure of somebody who was never written to is done with the next slice', async () => {
  const [person] = await both.frontend.sql`
    insert into public.people (phone_e164) values ('+447700900990') returning id`
  await erase(String(person?.['id']))
  expect(await left()).toHaveLength(1)
  expect(await slice()).toBe(0)
  expect(await left()).toEqual([])
})

test('an erasure is done though the bridge that carried it there died before it said so', async () => {
  const { session, personId } = await addRecipient(both.frontend.sql, campaign)
  await candidateWrites(both.backend.sql, session, 'Hello')
  await erase(personId)
  // As finish_commands leaves it.
  await both.frontend.sql`update public.backend_commands set state = 'done'`
  await slice()
  expect(await left()).toEqual([])
})
