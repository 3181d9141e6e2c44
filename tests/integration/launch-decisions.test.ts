/** Where nobody knows whether a task arrived, a person decides; what they decide is told. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getRecipientDelivery } from '../../src/data/frontend/recipient-delivery.ts'
import {
  accountingOf,
  freshPhones,
  launchTo,
  lookTwice,
  retireCampaigns,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { says, takesAll, takesOne } from '../support/test-receiver.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
beforeEach(async () => {
  world.receiver.behave(takesAll)
  await retireCampaigns(world)
})
afterAll(() => world.close())

test('a person may count them as sent instead, and nothing goes again', async () => {
  const campaignId = await launchTo(world, freshPhones(2))
  world.receiver.behave(takesOne)
  const before = world.receiver.posts.length
  await world.work()
  world.receiver.behave(takesAll)
  await lookTwice(world)
  const { userId } = world.recruiter
  expect(await world.store.takeAsSent(campaignId, userId)).toEqual({ taken: 1 })
  expect(await world.store.takeAsSent(campaignId, userId)).toEqual({ taken: 0 })
  expect(await accountingOf(world, campaignId)).toMatchObject({
    planned: 2,
    confirmed: 2,
    unconfirmed: 0,
    needsDecision: 0,
    takenAsSent: 1,
    batches: { confirmed: 1 },
  })
  expect(await world.store.retryCampaign(campaignId, userId, 'needs-decision')).toMatchObject({
    retried: 0,
  })
  await lookTwice(world)
  expect(world.receiver.posts.length - before).toBe(1)
  const lines = await world.frontend.sql`select actor_id, details from public.audit_log
    where entity_id = ${campaignId} and action = 'take-as-sent'`
  expect(lines.map((line) => ({ ...line }))).toEqual([{ actor_id: userId, details: { count: 1 } }])
})

/** Who decided what about each recipient, as a recruiter's panel tells it. */
async function decisionsOf(campaignId: string): Promise<readonly unknown[]> {
  const rows = await world.frontend.sql<{ id: string }[]>`
    select id from public.campaign_candidates where campaign_id = ${campaignId} order by id`
  const told = rows.map(async ({ id }) => {
    const { decision } = await getRecipientDelivery(world.recruiter.client, id)
    return decision === null ? null : [decision.action, decision.who]
  })
  return Promise.all(told)
}

test('each recipient tells who decided about them, and those who needed no decision tell none', async () => {
  const { userId } = world.recruiter
  const counted = await launchTo(world, freshPhones(2))
  world.receiver.behave(takesOne)
  await world.work()
  const again = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(500, ''))
  await world.work()
  world.receiver.behave(takesAll)
  await lookTwice(world)
  await world.store.takeAsSent(counted, userId)
  await world.store.retryCampaign(again, userId, 'needs-decision')
  const who = 'recruiter@agency.example'
  expect(await decisionsOf(counted)).toEqual(expect.arrayContaining([null, ['take-as-sent', who]]))
  expect(await decisionsOf(again)).toEqual([['retry', who]])
})

test('a campaign does not wait for the conversation of somebody counted as sent', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(500, ''))
  await world.work()
  await lookTwice(world)
  await world.work()
  expect(await stateOf(world, campaignId)).toBe('running')
  await world.store.takeAsSent(campaignId, world.recruiter.userId)
  await world.work()
  expect(await stateOf(world, campaignId)).toBe('completed')
})
