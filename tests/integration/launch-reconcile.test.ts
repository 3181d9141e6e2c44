import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testConnection } from '../../src/launch/connection-test.ts'
import type { E164 } from '../../src/domain/phone/e164.ts'
import {
  accountingOf,
  deliveriesOf,
  launchTo,
  lookTwice,
  freshPhones,
  proveReceiver,
  retireCampaigns,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { says, takesAll, takesButSays, takesOne } from '../support/test-receiver.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
beforeEach(async () => {
  world.receiver.behave(takesAll)
  await retireCampaigns(world)
  await world.frontend.sql`delete from public.settings where key = 'receiver'`
})
afterAll(() => world.close())

test('what was taken in spite of a bad answer is confirmed when it is seen', async () => {
  const campaignId = await launchTo(world, freshPhones(2))
  world.receiver.behave(takesButSays(200, ''))
  await world.work()
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({
    unconfirmed: 2,
    doubts: { answer_empty: 2 },
  })
  await world.letPass(3)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 2 })
})

test('what is missing waits for the second look', async () => {
  const campaignId = await launchTo(world, freshPhones(2))
  world.receiver.behave(takesOne)
  const before = world.receiver.posts.length
  await world.work()
  await world.letPass(3)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 1, unconfirmed: 1 })
  expect(world.receiver.posts.length - before).toBe(1)
  const [batch] = await world.frontend.sql`select state, reconciles, reconcile_at > now() as later
    from public.launch_batches where campaign_id = ${campaignId}`
  expect(batch).toEqual({ state: 'unconfirmed', reconciles: 1, later: true })
})

test('a receiver that is not proven idempotent gets nothing again: a person decides', async () => {
  const campaignId = await launchTo(world, freshPhones(2))
  world.receiver.behave(takesOne)
  const before = world.receiver.posts.length
  await world.work()
  world.receiver.behave(takesAll)
  await lookTwice(world)
  await lookTwice(world)
  expect(world.receiver.posts.length - before).toBe(1)
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 1, needsDecision: 1 })

  const { userId } = world.recruiter
  expect(await world.store.retryCampaign(campaignId, userId, 'needs-decision')).toMatchObject({
    retried: 1,
  })
  await world.work()
  expect(world.receiver.posts.at(-1)?.sessions).toHaveLength(1)
  await lookTwice(world)
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 2, needsDecision: 0 })
})

test('a proven receiver gets what is missing once more, in a batch of its own', async () => {
  await proveReceiver(world)
  const campaignId = await launchTo(world, freshPhones(3))
  world.receiver.behave(takesOne)
  const before = world.receiver.posts.length
  await world.work()
  world.receiver.behave(says(500, ''))
  await lookTwice(world)
  await world.work()
  const posts = world.receiver.posts.slice(before)
  expect(posts.map((post) => post.sessions.length)).toEqual([3, 2])
  expect(posts[1]?.id).not.toBe(posts[0]?.id)
  await lookTwice(world)
  await lookTwice(world)
  // Once: the rest is for a person.
  expect(world.receiver.posts.length - before).toBe(2)
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 1, needsDecision: 2 })
})

test('what was proven of one receiver isn’t believed of another', async () => {
  await world.store.recordReceiverTest({
    actorId: world.recruiter.userId,
    receiver: 'elsewhere',
    idempotent: true,
    code: 'proven',
  })
  const campaignId = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(500, ''))
  await world.work()
  await lookTwice(world)
  expect(await accountingOf(world, campaignId)).toMatchObject({ needsDecision: 1 })
})

test('a session that appears late is confirmed by the existence check, not posted again', async () => {
  await proveReceiver(world)
  const campaignId = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(500, ''))
  await world.work()
  const late = world.receiver.posts.at(-1)?.sessions ?? []
  const before = world.receiver.posts.length
  // It appears between the decision to send again and the claim.
  await world.letPass(3)
  await world.work()
  await world.frontend.sql`update public.launch_batches set reconcile_at = now()`
  const [due] = await world.store.dueReconciles('test', 1)
  if (!due) throw new Error('nothing is due')
  expect(await world.store.reconcileBatch(due, [], world.ports.webhook.receiver)).toMatchObject({
    next: 'moved',
  })
  await world.backend
    .sql`insert into public.session_info (session_id) select unnest(${[...late]}::text[])`
  await world.work()
  expect(world.receiver.posts.length).toBe(before)
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 1 })
})

test('while the backend can’t be read nothing is settled and nothing sent', async () => {
  await proveReceiver(world)
  const campaignId = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(500, ''))
  await world.work()
  const before = world.receiver.posts.length
  const listExisting = () => Promise.reject(new Error('down'))
  for (let round = 0; round < 4; round += 1) {
    await world.letPass(10)
    await world.work({ ...world.ports, backend: { ...world.ports.backend, listExisting } })
  }
  expect(world.receiver.posts.length).toBe(before)
  const [batch] = await world.frontend.sql`select state, reconciles from public.launch_batches
    where campaign_id = ${campaignId}`
  expect(batch).toEqual({ state: 'unconfirmed', reconciles: 0 })
})

test('two workers that reconcile the same batch settle it once', async () => {
  const campaignId = await launchTo(world, freshPhones(2))
  await world.work()
  await world.letPass(3)
  const [first, second] = await Promise.all([
    world.store.dueReconciles('one', 4),
    world.store.dueReconciles('two', 4),
  ])
  expect(first.length + second.length).toBe(1)
  const batch = [...first, ...second][0]
  if (!batch) throw new Error('nothing is due')
  const receiver = world.ports.webhook.receiver
  expect(await world.store.reconcileBatch(batch, batch.sessions, receiver)).toMatchObject({
    next: 'done',
    confirmed: 2,
  })
  expect(await world.store.reconcileBatch(batch, [], receiver)).toMatchObject({ next: 'lost' })
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 2 })
})

test('who opted out after a doubtful post is not sent to again', async () => {
  await proveReceiver(world)
  const [phone] = freshPhones(1) as [string]
  const campaignId = await launchTo(world, [phone])
  world.receiver.behave(says(500, ''))
  await world.work()
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${phone}, 'opted_out')`
  const before = world.receiver.posts.length
  await lookTwice(world)
  await world.work()
  expect(world.receiver.posts.length).toBe(before)
  // They count as sent, since the first post may have arrived.
  expect(await deliveriesOf(world, campaignId)).toEqual({ [phone]: 'unconfirmed:opted_out' })
})

let ids = 0
const connectionTest = {
  phone: '+447700900998' as E164,
  newId: () => `${(ids += 1)}`.padStart(8, '0'),
  wait: () => Promise.resolve(),
}

test('the connection test proves a receiver that takes one session once', async () => {
  const actorId = world.recruiter.userId
  const before = world.receiver.posts.length
  expect(await testConnection(world.ports, { ...connectionTest, actorId })).toMatchObject({
    accepted: true,
    seen: true,
    idempotent: true,
    code: 'proven',
  })
  const posts = world.receiver.posts.slice(before)
  expect(posts.map((post) => post.body)).toEqual([posts[0]?.body, posts[0]?.body])
  expect(posts[0]?.id).not.toBe(posts[1]?.id)
  const [session] = await world.backend.sql`select session_status from public.session_info
    where session_id = ${posts[0]?.sessions[0] ?? ''}`
  expect(session).toEqual({ session_status: 'completed' })
})

test('an earlier connection test proves nothing of a receiver that takes nothing any more', async () => {
  const test = { ...connectionTest, actorId: world.recruiter.userId }
  expect(await testConnection(world.ports, test)).toMatchObject({ code: 'proven' })
  world.receiver.behave(says(200, '{"accepted":1}'))
  expect(await testConnection(world.ports, test)).toMatchObject({
    idempotent: false,
    code: 'session_missing',
  })
})

test.each([
  ['takes nothing', says(200, '{"accepted":1}'), 'session_missing'],
  ['takes it as new each time', takesButSays(200, '{"accepted":1,"known":0}'), 'taken_twice'],
  ['refuses', says(403, ''), 'forbidden'],
  ['says nothing', says(200, ''), 'answer_empty'],
] as const)(
  'the connection test proves nothing of a receiver that %s',
  async (_c, behaviour, code) => {
    world.receiver.behave(behaviour)
    const actorId = world.recruiter.userId
    const phone = '+447700900997' as E164
    const report = await testConnection(world.ports, { ...connectionTest, phone, actorId })
    expect(report).toMatchObject({ idempotent: false, code })
    expect(report.hint).not.toBe('')
    const [setting] = await world.frontend
      .sql`select value from public.settings where key = 'receiver'`
    expect(setting).toMatchObject({ value: { idempotent: false, code } })
  },
)
