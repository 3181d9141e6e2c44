/** A frontend that comes back from a backup: it has forgotten what it sent and what it read. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runTick } from '../../src/sync/run-tick.ts'
import { candidateWrites } from '../support/agents.ts'
import { accountingOf, addDraft, addPool, launchTo, phones } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { copyDatabase, restoreCopy } from '../support/superuser-acts.ts'
import { backendPort, frontendPort } from '../support/sync-ports.ts'
import { says, takesAll } from '../support/test-receiver.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
  // A bridge has been at work before.
  await world.work()
})
beforeEach(() => world.receiver.behave(takesAll))
afterAll(() => world.close())

/** Waits until the API has found the database that took the place of the former one. */
async function untilBack(): Promise<void> {
  await expect
    .poll(() => world.store.claimCommands(1).catch(() => null), { timeout: 30_000 })
    .not.toBeNull()
}

async function backUp(): Promise<string> {
  const backup = await copyDatabase(world.frontend)
  await untilBack()
  return backup
}

async function restore(backup: string): Promise<void> {
  await restoreCopy(world.frontend, backup)
  await untilBack()
}

const tick = () =>
  runTick(
    { backend: backendPort(world.backend.sql), frontend: frontendPort(world.frontend.sql) },
    { owner: 'test', trigger: 'command', force: true },
  )

const resumeSending = () =>
  world.frontend.sql`select public.set_sending_paused(${world.recruiter.userId}, null)`

async function pausedReason(): Promise<string> {
  const [row] = await world.frontend
    .sql`select value ->> 'pausedReason' as reason from public.settings where key = 'sending'`
  return String(row?.['reason'] ?? '')
}

test('in a frontend restored from a backup, sessions that exist are confirmed, not sent again', async () => {
  const campaignId = await launchTo(world, phones(0, 3))
  await tick()
  const backup = await backUp()
  await world.work()
  const [post] = world.receiver.posts
  await candidateWrites(world.backend.sql, post?.sessions[0] ?? '', 'Hello')
  await tick()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 3 })

  await restore(backup)
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 0, waiting: 3 })
  await world.work()
  await resumeSending()
  await world.work()
  expect(world.receiver.posts).toHaveLength(1)
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 3, confirmed: 3 })
  // What it had read since the backup is read again.
  expect(await tick()).toMatchObject({ state: 'done', messages: 1 })
})

test('a frontend that came back from a backup sends nothing until an admin says so', async () => {
  await restore(await backUp())
  const posted = world.receiver.posts.length
  await launchTo(world, phones(5, 2))
  await world.work()
  expect(world.receiver.posts).toHaveLength(posted)
  expect(await pausedReason()).toContain('came back from a backup')
  await resumeSending()
  await world.work()
  await world.work()
  expect(world.receiver.posts).toHaveLength(posted + 1)
  expect(await pausedReason()).toBe('')
})

test('after a restore a forgotten conversation holds its number against campaigns that wait', async () => {
  const { userId } = world.recruiter
  const [phone = ''] = phones(10, 1)
  const waiting = await launchTo(world, [phone])
  await world.store.setCampaignState(waiting, userId, 'pause')
  const draft = await addDraft(world, { pools: [await addPool(world, [phone])] })
  const backup = await backUp()
  await world.launch(draft)
  await world.work()
  const posted = world.receiver.posts.length

  await restore(backup)
  await world.work()
  await world.launch(draft)
  await tick()
  expect(await accountingOf(world, draft)).toMatchObject({ confirmed: 1 })
  await resumeSending()
  await world.store.setCampaignState(waiting, userId, 'resume')
  await world.work()
  expect(world.receiver.posts).toHaveLength(posted)
  expect(await accountingOf(world, waiting)).toMatchObject({ sent: 0 })
})

test('a claim that had sent nothing when the backup was made gives way to a forgotten conversation', async () => {
  const { userId } = world.recruiter
  const [phone = '', other = ''] = phones(20, 2)
  world.receiver.behave(says(403, 'Authorization data is wrong!'))
  const first = await launchTo(world, [phone])
  await world.work()
  world.receiver.behave(takesAll)
  const draft = await addDraft(world, { pools: [await addPool(world, [phone, other])] })
  const backup = await backUp()
  await world.store.setCampaignState(first, userId, 'stop')
  await world.launch(draft)
  await world.work()
  const posted = world.receiver.posts.length

  await restore(backup)
  await world.work()
  // The first has their number again, so the launch leaves them out; their conversation says otherwise.
  await world.launch(draft)
  expect(await accountingOf(world, draft)).toMatchObject({ waiting: 1, excluded: 1 })
  await tick()
  expect(await accountingOf(world, draft)).toMatchObject({ confirmed: 2, excluded: 0 })
  await resumeSending()
  await world.store.setCampaignState(first, userId, 'resume')
  await world.work()
  expect(world.receiver.posts).toHaveLength(posted)
  expect(await accountingOf(world, first)).toMatchObject({ sent: 0, excluded: 1 })
})

test('who was taken out after a restore before their conversation was read counts as contacted', async () => {
  const campaignId = await launchTo(world, phones(30, 2))
  const backup = await backUp()
  await world.work()
  await restore(backup)
  await world.work()
  await world.store.setCampaignState(campaignId, world.recruiter.userId, 'stop')
  expect(await accountingOf(world, campaignId)).toMatchObject({ excluded: 2 })
  await tick()
  expect(await accountingOf(world, campaignId)).toMatchObject({ confirmed: 2, excluded: 0 })
  // As of any stopped campaign, the agents are told to end it.
  await world.work()
  const [open] = await world.backend.sql`select count(*)::int as n from public.session_info
    where session_status <> 'completed' and session_id = any (${world.receiver.posts.at(-1)?.sessions ?? []})`
  expect(open?.['n']).toBe(0)
})
