/** What the way between bridge and databases may do to a tick, and what must come of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createBackendClient } from '../../src/data/backend/client.ts'
import { readFeed } from '../../src/data/backend/feed.ts'
import { AppError } from '../../src/lib/app-error.ts'
import type { Apply } from '../../src/sync/ports.ts'
import { runTick, type SyncPorts } from '../../src/sync/run-tick.ts'
import { candidateWrites, setObjective } from '../support/agents.ts'
import { dropped, faultyPorts } from '../support/faulty-ports.ts'
import { seeHistory, seeRecipient } from '../support/seen.ts'
import {
  addCampaign,
  addContacted,
  createSyncWorld,
  type SyncWorld,
  type TestCampaign,
  type TestRecipient,
} from '../support/sync-world.ts'

let world: SyncWorld
let campaign: TestCampaign
let recipient: TestRecipient

beforeAll(async () => {
  world = await createSyncWorld()
  campaign = await addCampaign(world.frontend.sql)
})
beforeEach(async () => {
  await world.tick()
  recipient = await addContacted(world, campaign)
  await candidateWrites(world.backend.sql, recipient.session, 'Hello')
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
})
afterAll(() => world.close())

const tickWith = (ports: SyncPorts, options = {}) =>
  runTick(ports, { owner: 'faulty', trigger: 'command', force: true, ...options })

const statusOf = async () => (await seeRecipient(world.frontend.sql, recipient.id)).status
const historyOf = () => seeHistory(world.frontend.sql, recipient.id)

async function cursorNow(): Promise<unknown> {
  const [row] = await world.frontend.sql`select cursor, version from public.sync_cursors`
  return { ...row }
}

/** Ports whose backend is reached through a client with this fetch. */
function through(fetch_: typeof fetch): SyncPorts {
  const client = createBackendClient({
    url: 'http://backend.example',
    serviceKey: 'a-key',
    fetch: fetch_,
  })
  const readPage: SyncPorts['backend']['readFeed'] = (cursor, sessions) =>
    readFeed(client, cursor, { sessions })
  return { ...world.ports, backend: { ...world.ports.backend, readFeed: readPage } }
}

test('a connection dropped before the request leaves the cursor, and the next tick delivers', async () => {
  const before = await cursorNow()
  const dead = faultyPorts(
    world.ports,
    (_step, name) => (name === 'readFeed' ? 'before' : null),
    dropped,
  )
  expect((await tickWith(dead)).state).toBe('failed')
  expect(await cursorNow()).toEqual(before)
  expect((await world.tick()).state).toBe('done')
  expect(await historyOf()).toEqual(['interested'])
})

test('a connection dropped after the apply makes the retry a conflict, and no second line of history', async () => {
  let applied = 0
  const answers: unknown[] = []
  const { frontend } = world.ports
  const deaf: SyncPorts = {
    ...world.ports,
    frontend: {
      ...frontend,
      async apply(page) {
        const answer = await frontend.apply(page)
        answers.push(answer.result)
        if ((applied += 1) === 1) throw dropped()
        return answer
      },
    },
  }
  expect((await tickWith(deaf)).state).toBe('done')
  expect(answers.slice(0, 2)).toEqual(['applied', 'conflict'])
  expect(await historyOf()).toEqual(['interested'])
})

test.each([
  [429, 'backend_busy'],
  [503, 'backend_down'],
])('a %i leaves the cursor, and no timer asks again before Retry-After', async (status, code) => {
  const before = await cursorNow()
  const refusing = through(() =>
    Promise.resolve(new Response('', { status, headers: { 'retry-after': '1000' } })),
  )
  expect(await tickWith(refusing)).toMatchObject({ state: 'failed', error: { code } })
  expect(await cursorNow()).toEqual(before)
  const begun = await world.ports.frontend.begin('timer', 'timer', false)
  // Its own back-off ends at 300 seconds; what it was asked is more.
  const waits = begun.state === 'backing-off' && begun.retryAfterSeconds > 300
  expect([begun.state, waits]).toEqual(['fresh', false])
  await world.frontend.sql`update public.sync_cursors set attempted_at = null`
  const later = await world.ports.frontend.begin('timer', 'timer', false)
  expect(later).toMatchObject({ state: 'backing-off', error: code })
  expect(later.state === 'backing-off' && later.retryAfterSeconds > 300).toBe(true)
})

test('a backend that is always too slow is asked for half as often as it may take, then the lag shows', async () => {
  const [before] = await world.frontend.sql`select checked_at from public.sync_cursors`
  const asked: number[] = []
  const slow: SyncPorts = {
    ...world.ports,
    backend: {
      ...world.ports.backend,
      readFeed(_cursor, sessions) {
        asked.push(sessions)
        return Promise.reject(new AppError('timeout', 'Too slow.', { code: 'backend_slow' }))
      },
    },
  }
  const report = await tickWith(slow, { pageSessions: 64 })
  expect(report).toMatchObject({ state: 'failed', error: { code: 'backend_slow' } })
  expect(asked).toEqual([64, 32, 16, 8, 4, 2, 1])
  const [after] = await world.frontend.sql`
    select checked_at, last_error, lease_owner from public.sync_cursors`
  expect({ ...after }).toEqual({
    checked_at: before?.['checked_at'] as unknown,
    last_error: 'backend_slow',
    lease_owner: null,
  })
})

test('a page that is delivered twice changes nothing the second time', async () => {
  const { frontend } = world.ports
  const pages: Apply[] = []
  const recording: SyncPorts = {
    ...world.ports,
    frontend: {
      ...frontend,
      apply(page) {
        pages.push(page)
        return frontend.apply(page)
      },
    },
  }
  await tickWith(recording)
  const [row] = await world.frontend.sql`select version, cursor from public.sync_cursors`
  const [page] = pages
  if (page === undefined || row === undefined) throw new Error('one page expected')
  const before = await world.frontend.sql`select * from public.status_events order by id`
  // Once as it was, and once as if it were the newest page.
  expect((await frontend.apply(page)).result).toBe('conflict')
  const again = await frontend.apply({
    ...page,
    version: Number(row['version']),
    cursor: row['cursor'] as Apply['cursor'],
  })
  expect(again).toMatchObject({ result: 'applied', changed: 0, messages: 0, registers: 0 })
  expect(await world.frontend.sql`select * from public.status_events order by id`).toEqual(before)
  expect(await statusOf()).toBe('interested')
})
