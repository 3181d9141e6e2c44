import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  CAMPAIGN_STATES,
  canTransition,
  type CampaignState,
} from '../../src/domain/campaign/campaign-state.ts'
import {
  accountingOf,
  addDraft,
  addPool,
  launchTo,
  freshPhones,
  stateOf,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { says, takesAll } from '../support/test-receiver.ts'

let world: LaunchWorld

function change(
  campaignId: string,
  action: 'pause' | 'resume' | 'stop' | 'complete' | 'unschedule',
) {
  return world.store.setCampaignState(campaignId, world.recruiter.userId, action)
}

async function sessionStates(campaignId: string): Promise<string[]> {
  const rows = await world.frontend.sql`select session_id from public.campaign_candidates
    where campaign_id = ${campaignId} and session_id is not null`
  const states = await world.backend.sql`select session_status from public.session_info
    where session_id in ${world.backend.sql(rows.map((row) => String(row['session_id'])))}`
  return states.map((row) => String(row['session_status']))
}

beforeAll(async () => {
  world = await createLaunchWorld()
})
beforeEach(() => world.receiver.behave(takesAll))
afterAll(() => world.close())

test('a paused campaign sends nothing, a resumed one goes on', async () => {
  const campaignId = await launchTo(world, freshPhones(2))
  const before = world.receiver.posts.length
  expect(await change(campaignId, 'pause')).toMatchObject({ state: 'paused', changed: true })
  await world.work()
  expect(world.receiver.posts.length).toBe(before)
  expect(await change(campaignId, 'pause')).toMatchObject({ changed: false })
  expect(await change(campaignId, 'resume')).toMatchObject({ state: 'running', changed: true })
  await world.work()
  await world.work()
  expect(world.receiver.posts.length - before).toBe(1)
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 2 })
})

test('a pause between claim and post holds the batch back', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  const [batch] = await world.store.claimBatches('test', 2)
  if (!batch) throw new Error('nothing was claimed')
  await change(campaignId, 'pause')
  expect(await world.store.beginPost(batch, 'hash')).toBe('held')
  await change(campaignId, 'resume')
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1 })
})

test('an opt-out between claim and post holds the batch back', async () => {
  const [phone] = freshPhones(1) as [string]
  const campaignId = await launchTo(world, [phone])
  const [batch] = await world.store.claimBatches('test', 2)
  if (!batch) throw new Error('nothing was claimed')
  await world.frontend
    .sql`insert into public.suppressions (phone_e164, reason) values (${phone}, 'opted_out')`
  expect(await world.store.beginPost(batch, 'hash')).toBe('changed')
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ exclusions: { opted_out: 1 } })
})

test('while all sending is switched off nobody is contacted', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  const { sql } = world.frontend
  await sql`insert into public.settings (key, value) values ('sending', '{"pausedReason": "Fire drill"}')`
  const before = world.receiver.posts.length
  await world.work()
  expect(world.receiver.posts.length).toBe(before)
  await sql`delete from public.settings where key = 'sending'`
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 1 })
})

test('a stop ends the conversations and takes out who was not contacted', async () => {
  const { sql } = world.frontend
  await sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 2}')`
  const to = freshPhones(6)
  const campaignId = await launchTo(world, to)
  const [batch] = await world.store.claimBatches('test', 1)
  if (!batch) throw new Error('nothing was claimed')
  await sql`update public.launch_batches set next_attempt_at = now() + interval '1 hour'
    where campaign_id = ${campaignId} and state = 'waiting'`
  await world.store.releaseBatch(batch, 'held', 0)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 2, waiting: 4 })

  expect(await change(campaignId, 'stop')).toMatchObject({
    state: 'stopped',
    activeConversations: 2,
  })
  await world.work()
  expect(await sessionStates(campaignId)).toEqual(['completed', 'completed'])
  expect(await accountingOf(world, campaignId)).toMatchObject({
    sent: 2,
    waiting: 0,
    exclusions: { stopped: 4 },
  })
  const slots = await sql`select from public.contact_slots where active_campaign_id = ${campaignId}`
  expect(slots).toHaveLength(0)
  await sql`delete from public.settings where key = 'sending'`
})

test('a stop while a batch is being posted: its people count as sent, their session is ended', async () => {
  const campaignId = await launchTo(world, freshPhones(2))
  const [batch] = await world.store.claimBatches('test', 2)
  if (!batch) throw new Error('nothing was claimed')
  expect(await world.store.beginPost(batch, 'hash')).toBe('go')
  await change(campaignId, 'stop')
  await world.work() // The command runs before the agents have made the session.
  await world.ports.webhook.post('session-created', {
    id: batch.batchId,
    body: JSON.stringify({
      campaign: batch.payload.campaign,
      tasks: batch.tasks.map((task) => ({ session: task.session })),
    }),
  })
  await world.letPass(5)
  await world.work()
  await world.letPass(5)
  await world.work()
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 2 })
  await world.work()
  expect(await sessionStates(campaignId)).toEqual(['completed', 'completed'])
})

test('a refusal that comes after the stop leaves nobody waiting', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  const [batch] = await world.store.claimBatches('test', 2)
  if (!batch) throw new Error('nothing was claimed')
  await world.store.beginPost(batch, 'hash')
  await change(campaignId, 'stop')
  await world.store.finishPost(batch, { kind: 'refused', code: 'rate_limited', retryable: true })
  expect(await accountingOf(world, campaignId)).toMatchObject({ exclusions: { stopped: 1 } })
})

test('commands wait for a backend that can’t be reached', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  await world.work()
  await change(campaignId, 'stop')
  const complete = () => Promise.reject(new Error('down'))
  await world.work({ ...world.ports, backend: { ...world.ports.backend, complete } })
  const [command] = await world.frontend.sql`select state, last_code from public.backend_commands
    where campaign_id = ${campaignId}`
  expect(command).toEqual({ state: 'waiting', last_code: 'unavailable' })
  await world.letPass(5)
  await world.work()
  expect(await sessionStates(campaignId)).toEqual(['completed'])
})

test('a campaign is completed when every conversation has ended', async () => {
  const campaignId = await launchTo(world, freshPhones(2))
  await world.work()
  await world.letPass(3)
  await world.work()
  await world.work()
  expect(await stateOf(world, campaignId)).toBe('running')
  await world.frontend
    .sql`insert into public.session_evidence (session_id, matched_by, session_status)
    select session_id, 'session', 'completed' from public.campaign_candidates where campaign_id = ${campaignId}`
  await world.work()
  expect(await stateOf(world, campaignId)).toBe('completed')
})

test('when its time is over, who was not contacted is taken out and the campaign completed', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  await world.frontend.sql`update public.campaigns set ends_at = now() where id = ${campaignId}`
  const before = world.receiver.posts.length
  await world.work()
  expect(world.receiver.posts.length).toBe(before)
  expect(await stateOf(world, campaignId)).toBe('completed')
  expect(await accountingOf(world, campaignId)).toMatchObject({ exclusions: { window_over: 1 } })
})

test('states change only as the domain says', async () => {
  const campaignId = await addDraft(world, { pools: [await addPool(world, freshPhones(1))] })
  const targets = {
    pause: 'paused',
    resume: 'running',
    stop: 'stopped',
    complete: 'completed',
    unschedule: 'draft',
  } as const
  // Launching and retrying lead to `running` as well, but they are other acts.
  const byOtherActs: readonly CampaignState[] = ['draft', 'scheduled', 'completed', 'failed']
  for (const from of CAMPAIGN_STATES) {
    for (const action of Object.keys(targets) as (keyof typeof targets)[]) {
      await world.frontend.sql`update public.campaigns set state = ${from} where id = ${campaignId}`
      const to = targets[action]
      const allowed =
        from === to ||
        (canTransition(from, to) && !(action === 'resume' && byOtherActs.includes(from)))
      const changed = await change(campaignId, action).then(
        () => true,
        () => false,
      )
      expect([from, action, changed]).toEqual([from, action, allowed])
    }
  }
})

test('every change of state is in the audit log with who made it', async () => {
  const campaignId = await launchTo(world, freshPhones(1))
  world.receiver.behave(says(403, ''))
  await world.work()
  await change(campaignId, 'resume')
  await change(campaignId, 'stop')
  const log = await world.frontend.sql`select action, actor_id, details ->> 'to' as to
    from public.audit_log where entity_id = ${campaignId} order by id`
  const me = world.recruiter.userId
  expect(log).toEqual([
    { action: 'launch', actor_id: me, to: 'running' },
    { action: 'pause', actor_id: null, to: 'paused' },
    { action: 'resume', actor_id: me, to: 'running' },
    { action: 'stop', actor_id: me, to: 'stopped' },
  ])
})
