import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildLaunchPayload } from '../../src/launch/build-payload.ts'
import {
  accountingOf,
  addPool,
  addDraft,
  deliveriesOf,
  launchTo,
  freshPhones,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { says, takesAll, takesAndDies, takesButSays } from '../support/test-receiver.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
afterAll(() => world.close())

test('what the receiver takes is acknowledged, and confirmed when its session is seen', async () => {
  const to = freshPhones(3)
  const campaignId = await launchTo(world, to)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({
    sent: 3,
    unconfirmed: 3,
    acknowledged: 3,
  })
  await world.letPass(3)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 3, confirmed: 3 })
  const post = world.receiver.posts.at(-1)
  expect(post?.path).toBe('/webhook/session-created')
  expect(JSON.parse(post?.body ?? '')).toMatchObject({
    tasks: to.map((phone) => ({ phone_number: phone })),
    job_description: 'Job Title: Plumber',
    objectives: { interested: { type: 'boolean', description: 'Interested' } },
  })
  const [batch] = await world.frontend
    .sql`select answer_code, last_status, answered_at is not null as dated
    from public.launch_batches where campaign_id = ${campaignId}`
  expect(batch).toEqual({ answer_code: 'acknowledged', last_status: 200, dated: true })
})

test('the agents get the objectives in the order in which the recruiter looked at them', async () => {
  const draft = await addDraft(world, { pools: [await addPool(world, freshPhones(1))] })
  const names = ['Years of experience', 'Can drive', 'A CSCS card', 'Start date']
  for (const [index, name] of names.entries()) {
    await world.frontend
      .sql`insert into public.campaign_targets (campaign_id, name, objective_key, position)
      values (${draft}, ${name}, ${name.toLowerCase().replaceAll(' ', '_')}, ${index + 1})`
  }
  const reviewed = buildLaunchPayload(await world.store.readSource(draft)).objectives
  expect(Object.keys(reviewed)).toEqual([
    'interested',
    'years_of_experience',
    'can_drive',
    'a_cscs_card',
    'start_date',
  ])
  await world.launch(draft)
  await world.work()
  const body = world.receiver.posts.at(-1)?.body ?? ''
  expect(body).toContain(`"objectives":${JSON.stringify(reviewed)}`)
})

test('sessions that exist already are confirmed and never posted', async () => {
  const to = freshPhones(3)
  const campaignId = await launchTo(world, to)
  const sessions = await world.frontend.sql`select session_id from public.campaign_candidates
    where campaign_id = ${campaignId} order by phone_e164 limit 2`
  for (const { session_id: session } of sessions) {
    await world.backend.sql`insert into public.numbers (session_id) values (${String(session)})`
  }
  const before = world.receiver.posts.length
  await world.work()
  expect(world.receiver.posts.slice(before).map((post) => post.sessions.length)).toEqual([1])
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 2, acknowledged: 1 })
})

test('while the backend can’t be read nothing is sent, and no attempt is counted', async () => {
  const campaignId = await launchTo(world, freshPhones(2))
  const before = world.receiver.posts.length
  const listExisting = () => Promise.reject(new Error('down'))
  await world.work({ ...world.ports, backend: { ...world.ports.backend, listExisting } })
  expect(world.receiver.posts.length).toBe(before)
  const [batch] = await world.frontend
    .sql`select state, attempts, last_code from public.launch_batches
    where campaign_id = ${campaignId}`
  expect(batch).toEqual({ state: 'waiting', attempts: 0, last_code: 'backend_unreadable' })
  await world.letPass(1)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 2 })
})

test('who opts out between plan and claim is not contacted', async () => {
  const [stays, leaves] = freshPhones(2) as [string, string]
  const campaignId = await launchTo(world, [stays, leaves])
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${leaves}, 'opted_out')`
  await world.work()
  expect(await deliveriesOf(world, campaignId)).toEqual({
    [stays]: 'unconfirmed:acknowledged',
    [leaves]: 'excluded:opted_out',
  })
})

test('who opts out between two attempts is left out under a new batch id', async () => {
  const [stays, leaves] = freshPhones(2) as [string, string]
  const campaignId = await launchTo(world, [stays, leaves])
  world.receiver.behave(says(429, ''))
  await world.work()
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${leaves}, 'opted_out')`
  world.receiver.behave(takesAll)
  await world.letPass(5)
  await world.work()
  expect(await deliveriesOf(world, campaignId)).toEqual({
    [stays]: 'unconfirmed:acknowledged',
    [leaves]: 'excluded:opted_out',
  })
  const [first, second] = world.receiver.posts.slice(-2)
  expect([first?.sessions.length, second?.sessions.length]).toEqual([2, 1])
  expect(second?.id).not.toBe(first?.id)
})

test('a retry repeats the same body under the same id', async () => {
  await launchTo(world, freshPhones(2))
  world.receiver.behave(says(429, ''))
  await world.work()
  world.receiver.behave(takesAll)
  await world.letPass(5)
  await world.work()
  const [first, second] = world.receiver.posts.slice(-2)
  expect(second).toEqual(first)
})

test('two campaigns on the same people: the second leaves them out', async () => {
  const to = freshPhones(3)
  const one = await launchTo(world, to)
  const other = await addDraft(world, { pools: [await addPool(world, to)] })
  await world.launch(other)
  await Promise.all([world.work(), world.work()])
  await world.letPass(3)
  await world.work()
  expect(await accountingOf(world, one)).toMatchObject({ confirmed: 3 })
  expect(await accountingOf(world, other)).toMatchObject({
    excluded: 3,
    exclusions: { active_elsewhere: 3 },
  })
})

test.each([
  ['a wrong token', says(403, 'Authorization data is wrong!'), 'credentials'],
  ['an address taken down', says(410, ''), 'new address'],
  ['a test address', says(404, '{"hint":"Click the \'Execute workflow\' button"}'), 'webhook-test'],
] as const)(
  '%s pauses the campaign with what to do, and nothing is lost',
  async (_case, behaviour, words) => {
    const campaignId = await launchTo(world, freshPhones(2))
    world.receiver.behave(behaviour)
    await world.work()
    const [campaign] = await world.frontend
      .sql`select state, state_reason from public.campaigns where id = ${campaignId}`
    expect(campaign).toMatchObject({
      state: 'paused',
      state_reason: expect.stringContaining(words) as string,
    })
    world.receiver.behave(takesAll)
    await world.store.setCampaignState(campaignId, world.recruiter.userId, 'resume')
    await world.work()
    expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 2, waiting: 0 })
  },
)

test('a refusal goes again, eight times, then fails and can be retried by a person', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(200, 'n8n is starting up. Please wait'))
  const before = world.receiver.posts.length
  for (let round = 0; round < 10; round += 1) {
    await world.work()
    await world.letPass(60)
  }
  expect(world.receiver.posts.length - before).toBe(8)
  expect(await accountingOf(world, campaignId)).toMatchObject({
    failed: 1,
    failures: { receiver_starting: 1 },
  })
  expect(await stateOf(world, campaignId)).toBe('failed')
  world.receiver.behave(takesAll)
  const retried = await world.store.retryCampaign(campaignId, world.recruiter.userId, 'failed')
  expect(retried).toEqual({ retried: 1, state: 'running' })
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1, failed: 0 })
})

test.each([
  ['a bare 200', takesButSays(200, '')],
  ['“Workflow was started”', takesButSays(200, '{"message":"Workflow was started"}')],
  ['HTML', takesButSays(200, '<html>')],
  ['a 500', takesButSays(500, '{"message":"Error in workflow"}')],
  ['a broken connection', takesAndDies],
  ['no answer', () => {}],
  ['fewer than were sent', takesButSays(200, '{"accepted":1}')],
] as const)('%s is never simply posted again', async (_case, behaviour) => {
  const campaignId = await launchTo(world, freshPhones(2))
  world.receiver.behave(behaviour)
  const before = world.receiver.posts.length
  await world.work()
  world.receiver.behave(takesAll)
  await world.work()
  await world.work()
  expect(world.receiver.posts.length - before).toBe(1)
  expect(await accountingOf(world, campaignId)).toMatchObject({
    sent: 2,
    unconfirmed: 2,
    acknowledged: 0,
  })
})
