/** A backend that came back from a backup has forgotten whom it began with: what it lacks proves nothing. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runTick } from '../../src/sync/run-tick.ts'
import { candidateWrites } from '../support/agents.ts'
import {
  accountingOf,
  launchTo,
  lookTwice,
  phones,
  proveReceiver,
} from '../support/launch-seeds.ts'
import { createLaunchWorld, type LaunchWorld } from '../support/launch-world.ts'
import { backendPort, frontendPort } from '../support/sync-ports.ts'
import { says, takesAll, takesButSays } from '../support/test-receiver.ts'

/** Where a sweep stands that has just begun. */
const SWEPT = {
  v: 'sweep-1',
  chats: { last: 0, gaps: [] },
  events: { last: 0, gaps: [] },
  infos: { at: null, key: '' },
  calls: { at: null, key: '' },
  held: null,
  walk: { table: 0, after: null },
  walked: false,
  discoveries: 0,
  waiting: [],
  chatAfter: 0,
}

let world: LaunchWorld
let used = 0

function fresh(count: number): string[] {
  used += count
  return phones(used - count, count)
}

beforeAll(async () => {
  world = await createLaunchWorld()
  await proveReceiver(world)
})
beforeEach(() => world.receiver.behave(takesAll))
afterAll(() => world.close())

const sync = () =>
  runTick(
    { backend: backendPort(world.backend.sql), frontend: frontendPort(world.frontend.sql) },
    { owner: 'test', trigger: 'command', force: true },
  )

/** What a restore leaves of these sessions: nothing, in a log that never knew them. */
async function restoreWithout(sessions: readonly string[]): Promise<void> {
  const { sql } = world.backend
  await sql`delete from public.session_info where session_id = any (${[...sessions]})`
  await sql`delete from rollcall.change_log`
  await sql`insert into rollcall.change_log (session_key, source) overriding user value
    values ('somebody', 'numbers')`
}

test.each([
  ['a tick has noticed that', true],
  ['no tick has noticed that yet', false],
])('what a restored backend lacks is not sent again by itself, where %s', async (_, noticed) => {
  await candidateWrites(world.backend.sql, 'somebody', 'Hello')
  await sync()
  const campaignId = await launchTo(world, fresh(2))
  world.receiver.behave(takesButSays(500, ''))
  await world.work()
  const before = world.receiver.posts.length
  await restoreWithout(world.receiver.posts.at(-1)?.sessions ?? [])
  if (noticed) await sync()
  world.receiver.behave(takesAll)
  await lookTwice(world)
  await lookTwice(world)
  expect(world.receiver.posts.length).toBe(before)
  expect(await accountingOf(world, campaignId)).toMatchObject({ needsDecision: 2 })
})

test('of a backend that is swept it is never sure that it is no restored copy: a person decides', async () => {
  const campaignId = await launchTo(world, fresh(1))
  world.receiver.behave(says(500, ''))
  await world.work()
  const before = world.receiver.posts.length
  await world.frontend
    .sql`update public.sync_cursors set cursor = ${world.frontend.sql.json(SWEPT)}`
  await lookTwice(world)
  await world.frontend.sql`update public.sync_cursors set cursor = null`
  expect(world.receiver.posts.length).toBe(before)
  expect(await accountingOf(world, campaignId)).toMatchObject({ needsDecision: 1 })
})
