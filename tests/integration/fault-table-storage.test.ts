/** Clocks, crashes and restores of either side, and what must come of each. */
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runTick } from '../../src/sync/run-tick.ts'
import { candidateWrites, setObjective } from '../support/agents.ts'
import { seeHistory, seeRecipient } from '../support/seen.ts'
import { actAsSuperuser } from '../support/superuser-acts.ts'
import { frontendPort } from '../support/sync-ports.ts'
import {
  addCampaign,
  addContacted,
  createSyncWorld,
  type SyncWorld,
  type TestCampaign,
} from '../support/sync-world.ts'

let world: SyncWorld
let campaign: TestCampaign

beforeAll(async () => {
  world = await createSyncWorld()
  campaign = await addCampaign(world.frontend.sql)
  await world.tick()
})
afterAll(() => world.close())

async function interested() {
  const recipient = await addContacted(world, campaign)
  await candidateWrites(world.backend.sql, recipient.session, 'Hello')
  await setObjective(world.backend.sql, recipient.session, 'interested', true)
  return recipient
}

const historyOf = ({ id }: { id: string }) => seeHistory(world.frontend.sql, id)

test.each([-60, 60])('a client clock %i minutes off has no effect', async (minutes) => {
  const recipient = await interested()
  vi.useFakeTimers({ now: Date.now() + minutes * 60_000, toFake: ['Date'] })
  try {
    expect((await world.tick()).state).toBe('done')
  } finally {
    vi.useRealTimers()
  }
  expect(await historyOf(recipient)).toEqual(['interested'])
  const [told] = await world.frontend.sql`
    select (select max(occurred_at) from public.status_events) <= now() as events_by_our_clock,
      checked_at <= now() and checked_at > now() - interval '50 minutes' as checked_by_our_clock
    from public.sync_cursors`
  expect({ ...told }).toEqual({ events_by_our_clock: true, checked_by_our_clock: true })
  // What came since is not taken for old, nor for new once more.
  await setObjective(world.backend.sql, recipient.session, 'hired', true)
  await world.tick()
  expect(await historyOf(recipient)).toEqual(['interested', 'hired'])
  expect(await world.tick()).toMatchObject({ mode: 'idle' })
})

test('a process killed in the middle of an apply leaves all of it or nothing', async () => {
  const recipient = await interested()
  const before = await world.frontend.sql`select cursor, version from public.sync_cursors`
  // The apply waits at the recipient, after it wrote the messages and the register.
  const blocker = await world.frontend.connect().reserve()
  await blocker`begin`
  await blocker`select from public.campaign_candidates where id = ${recipient.id} for update`
  const worker = world.frontend.connect()
  const ticking = runTick(
    { ...world.ports, frontend: frontendPort(worker) },
    { owner: 'killed', trigger: 'command', force: true },
  )
  await actAsSuperuser(world.frontend.name, async (sql) => {
    const waiting = () => sql`
      select pid from pg_stat_activity
      where datname = ${world.frontend.name} and wait_event_type = 'Lock' and query like '%sync_apply%'`
    let rows = await waiting()
    while (rows.length === 0) {
      await delay(20)
      rows = await waiting()
    }
    await sql`select pg_terminate_backend(${Number(rows[0]?.['pid'])})`
  })
  expect((await ticking).state).toBe('failed')
  await blocker`commit`
  blocker.release()
  expect(await world.frontend.sql`select cursor, version from public.sync_cursors`).toEqual(before)
  const [left] = await world.frontend.sql`
    select count(*)::int as n from public.whatsapp_messages where session_id = ${recipient.session}`
  expect(left?.['n']).toBe(0)
  expect((await world.tick()).state).toBe('done')
  expect(await historyOf(recipient)).toEqual(['interested'])
})

test('a long open transaction in the backend holds up nobody else', async () => {
  const slow = await interested()
  const other = await interested()
  await world.tick()
  const writer = await world.backend.connect().reserve()
  await writer`begin`
  await writer`update public.session_info set objectives = '{"hired": {"value": true}}'
    where session_id = ${slow.session}`
  await setObjective(world.backend.sql, other.session, 'hired', true)
  await world.tick()
  expect(await historyOf(other)).toEqual(['interested', 'hired'])
  expect(await historyOf(slow)).toEqual(['interested'])
  await writer`commit`
  writer.release()
  await world.tick()
  expect((await seeRecipient(world.frontend.sql, slow.id)).status).toBe('hired')
})
