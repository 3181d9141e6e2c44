/** What workers leave to each other. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshPhones, launchTo, retireCampaigns } from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'

let world: LaunchWorld

beforeAll(async () => {
  world = await createLaunchWorld()
  await world.frontend
    .sql`insert into public.settings (key, value) values ('sending', '{"batchSize": 1}')`
})
beforeEach(() => retireCampaigns(world))
afterAll(() => world.close())

test('over all workers two batches are in flight at a time, whoever asks', async () => {
  await launchTo(world, freshPhones(4))
  expect(await world.store.claimBatches('one', 2)).toHaveLength(2)
  expect(await world.store.claimBatches('two', 2)).toEqual([])
})

test('a worker whose lease ran out is told nothing of its batch, and changes nothing', async () => {
  await launchTo(world, freshPhones(1))
  const [late] = await world.store.claimBatches('one', 2)
  if (late === undefined) throw new Error('nothing was claimed')
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
