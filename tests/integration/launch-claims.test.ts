/** What workers leave to each other. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { classifyAnswer } from '../../src/launch/classify-answer.ts'
import { dispatch } from '../../src/launch/dispatch.ts'
import { planAfterPost } from '../../src/launch/plan-retry.ts'
import type { ClaimedBatch } from '../../src/launch/ports.ts'
import {
  accountingOf,
  freshPhones,
  launchTo,
  proveReceiver,
  retireCampaigns,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { says, takesAll } from '../support/test-receiver.ts'

/** An answer that surely says no, for now. */
const REFUSED = planAfterPost(
  classifyAnswer({ kind: 'answer', status: 429, body: '', retryAfterSeconds: null }, 1),
  1,
  () => 0,
)

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
  await world.frontend
    .sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 1}')`
})
beforeEach(async () => {
  await retireCampaigns(world)
  await world.frontend
    .sql`update public.settings set value = '{"batchSize": 1}' where key = 'sending'`
})
afterAll(() => world.close())

test('over all workers two batches are in flight at a time, whoever asks', async () => {
  await launchTo(world, freshPhones(4))
  expect(await world.store.claimBatches('one', 2)).toHaveLength(2)
  expect(await world.store.claimBatches('two', 2)).toEqual([])
})

async function claimOne(): Promise<ClaimedBatch> {
  const [claimed] = await world.store.claimBatches('one', 2)
  if (claimed === undefined) throw new Error('nothing was claimed')
  return claimed
}

test('a worker whose lease ran out is told nothing of its batch, and changes nothing', async () => {
  await launchTo(world, freshPhones(1))
  const late = await claimOne()
  const { batchId, tasks } = late
  await world.letPass(3)
  const [next] = await world.store.claimBatches('two', 2)
  expect(next).toMatchObject({ batchId })
  const sessions = tasks.map(({ session }) => session)
  expect(await world.store.settleExisting(late, sessions)).toBeNull()
  await world.store.releaseBatch(late, 'no_outcome', 0)
  expect(await world.store.beginPost(late, 'any')).toBe('lost')
  expect(await world.store.settleExisting(next ?? late, [])).toMatchObject({ tasks })
})

test('what is being posted is neither posted nor given back once more', async () => {
  await launchTo(world, freshPhones(1))
  const claimed = await claimOne()
  expect(await world.store.beginPost(claimed, 'one body')).toBe('go')
  expect(await world.store.beginPost(claimed, 'one body')).toBe('lost')
  await world.store.releaseBatch(claimed, 'backend_unreadable', 0)
  const [batch] = await world.frontend
    .sql`select state from public.launch_batches where id = ${claimed.batchId}`
  expect(batch).toEqual({ state: 'sending' })
})

test.each([
  ['a campaign whose time is over', `update public.campaigns set ends_at = now()`],
  [
    'all sending, switched off',
    `update public.settings set value = '{"pausedReason": "A test", "batchSize": 1}' where key = 'sending'`,
  ],
])('%s between claim and POST sends nothing', async (_what, change) => {
  await launchTo(world, freshPhones(1))
  const claimed = await claimOne()
  await world.frontend.sql.unsafe(change)
  expect(await world.store.beginPost(claimed, 'one body')).toBe('held')
})

test('what is sent again has all of its attempts again', async () => {
  await proveReceiver(world)
  const campaignId = await launchTo(world, freshPhones(1))
  await world.frontend
    .sql`update public.launch_batches set attempts = 7 where campaign_id = ${campaignId}`
  world.receiver.behave(says(500, ''))
  await world.work()
  world.receiver.behave(says(429, ''))
  for (const minutes of [3, 11, 11]) {
    await world.letPass(minutes)
    await world.work()
  }
  expect(await accountingOf(world, campaignId)).toMatchObject({ waiting: 1, failed: 0 })
})

test('who may have been contacted before stays so, though every further attempt is refused', async () => {
  await proveReceiver(world)
  const campaignId = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(500, ''))
  await world.work()
  world.receiver.behave(says(429, ''))
  await world.letPass(3)
  await world.work()
  await world.letPass(11)
  await world.work()
  await world.frontend.sql`update public.launch_batches set attempts = 7
    where campaign_id = ${campaignId} and state = 'waiting'`
  await world.letPass(11)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ failed: 0, needsDecision: 1 })
})

test('another body never goes under an id that a receiver may have seen', async () => {
  await launchTo(world, freshPhones(1))
  const first = await claimOne()
  expect(await world.store.beginPost(first, 'one body')).toBe('go')
  await world.store.finishPost(first, REFUSED)
  await world.letPass(3)
  const again = await claimOne()
  expect(again.batchId).toBe(first.batchId)
  expect(await world.store.beginPost(again, 'another body')).toBe('changed')
  const anew = await claimOne()
  expect(anew.batchId).not.toBe(first.batchId)
  expect(await world.store.beginPost(anew, 'another body')).toBe('go')
})

test('an outcome that comes when others have begun to look for the sessions changes nothing', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  const late = await claimOne()
  expect(await world.store.beginPost(late, 'one body')).toBe('go')
  await world.letPass(3)
  await world.work() // the lease ran out
  await world.letPass(3)
  await world.work() // looked for, not found
  expect(await world.store.finishPost(late, REFUSED)).toBe('lost')
  expect(await accountingOf(world, campaignId)).toMatchObject({ unconfirmed: 1, waiting: 0 })
})

test('whoever looks for sessions and takes longer than their lease settles nothing', async () => {
  await launchTo(world, freshPhones(1))
  world.receiver.behave(says(500, ''))
  await dispatch(world.ports, { workerId: 'one', isOver: () => false })
  await world.letPass(3)
  const [late] = await world.store.dueReconciles('one', 2)
  if (late === undefined) throw new Error('nothing is due')
  await world.letPass(3)
  expect(await world.store.reconcileBatch(late, late.sessions, '')).toMatchObject({ next: 'lost' })
})

test('what is missing of a campaign that was stopped is not sent again', async () => {
  await proveReceiver(world)
  const campaignId = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(500, ''))
  await world.work()
  await world.store.setCampaignState(campaignId, world.recruiter.userId, 'stop')
  for (const minutes of [3, 11]) {
    await world.letPass(minutes)
    await world.work()
  }
  expect(await accountingOf(world, campaignId)).toMatchObject({ waiting: 0, needsDecision: 1 })
})

test('what failed and is retried has all of its time again', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  await world.frontend
    .sql`update public.launch_batches set attempts = 7 where campaign_id = ${campaignId}`
  world.receiver.behave(says(429, ''))
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ failed: 1 })
  await world.frontend.sql`update public.campaign_candidates set expires_at = now()
    where campaign_id = ${campaignId}`
  world.receiver.behave(takesAll)
  await world.store.retryCampaign(campaignId, world.recruiter.userId, 'failed')
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1 })
})

test.each([
  ['paused', 'completed'],
  ['scheduled', 'failed'],
])('a campaign that is %s when its time is over ends as %s', async (state, end) => {
  const campaignId = await launchTo(world, freshPhones(1))
  await world.frontend.sql`update public.campaigns
    set state = ${state}, ends_at = now() where id = ${campaignId}`
  await world.store.finishCampaigns()
  expect(await stateOf(world, campaignId)).toBe(end)
  expect(await accountingOf(world, campaignId)).toMatchObject({ exclusions: { window_over: 1 } })
})
