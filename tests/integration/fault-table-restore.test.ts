/** A frontend that comes back from a backup: it has forgotten what it sent and what it read. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTick } from '../../src/sync/run-tick.ts'
import { candidateWrites } from '../support/agents.ts'
import { accountingOf, addDraft, addPool, launchTo, phones } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { copyDatabase, restoreCopy } from '../support/superuser-acts.ts'
import { backendPort, frontendPort } from '../support/sync-ports.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
})
afterAll(() => world.close())

/** Waits until the API has found the database that took the place of the former one. */
async function untilBack(): Promise<void> {
  await expect
    .poll(() => world.store.claimCommands(1).catch(() => null), { timeout: 30_000 })
    .not.toBeNull()
}

const tick = () =>
  runTick(
    { backend: backendPort(world.backend.sql), frontend: frontendPort(world.frontend.sql) },
    { owner: 'test', trigger: 'command', force: true },
  )

test('in a frontend restored from a backup, sessions that exist are confirmed, not sent again', async () => {
  const campaignId = await launchTo(world, phones(0, 3))
  await tick()
  const backup = await copyDatabase(world.frontend)
  await untilBack()
  await world.work()
  const [post] = world.receiver.posts
  await candidateWrites(world.backend.sql, post?.sessions[0] ?? '', 'Hello')
  await tick()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 3 })

  await restoreCopy(world.frontend, backup)
  await untilBack()
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 0, waiting: 3 })
  await world.work()
  expect(world.receiver.posts).toHaveLength(1)
  expect(await accountingOf(world, campaignId)).toMatchObject({ sent: 3, confirmed: 3 })
  // What it had read since the backup is read again.
  expect(await tick()).toMatchObject({ state: 'done', messages: 1 })
})

test('after a restore a forgotten conversation holds its number against campaigns that wait', async () => {
  const { userId } = world.recruiter
  const [phone = ''] = phones(10, 1)
  const waiting = await launchTo(world, [phone])
  await world.store.setCampaignState(waiting, userId, 'pause')
  const draft = await addDraft(world, { pools: [await addPool(world, [phone])] })
  const backup = await copyDatabase(world.frontend)
  await untilBack()
  await world.launch(draft)
  await world.work()
  const posted = world.receiver.posts.length

  await restoreCopy(world.frontend, backup)
  await untilBack()
  await world.launch(draft)
  await tick()
  expect(await accountingOf(world, draft)).toMatchObject({ confirmed: 1 })
  await world.store.setCampaignState(waiting, userId, 'resume')
  await world.work()
  expect(world.receiver.posts).toHaveLength(posted)
  expect(await accountingOf(world, waiting)).toMatchObject({ sent: 0 })
})
