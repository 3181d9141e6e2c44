/** Nothing is lost and nothing happens twice, wherever a tick breaks off (S1, S2). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '../../src/lib/app-error.ts'
import { installBackend } from '../../scripts/backend-install.ts'
import { runTick, type SyncPorts } from '../../src/sync/run-tick.ts'
import { candidateWrites, setObjective } from '../support/agents.ts'
import { dropped, faultyPorts, type Fault, type FaultPlan } from '../support/faulty-ports.ts'
import { seeCard, seeHistory, seeRecipient } from '../support/seen.ts'
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

const tickWith = (ports: SyncPorts, pageSessions = 1000) =>
  runTick(ports, { owner: 'faulty', trigger: 'command', force: true, pageSessions })

/** Three sessions with something new in each. */
async function threeChanged() {
  const recipients = []
  for (let count = 0; count < 3; count += 1) {
    const recipient = await addContacted(world, campaign)
    await candidateWrites(world.backend.sql, recipient.session, 'Yes')
    await setObjective(world.backend.sql, recipient.session, 'interested', true)
    recipients.push(recipient)
  }
  return recipients
}

async function expectEachOnce(recipients: readonly { readonly id: string }[]) {
  for (const { id } of recipients) {
    expect(await seeHistory(world.frontend.sql, id)).toEqual(['interested'])
    expect((await seeCard(world.frontend.sql, id))?.status).toBe('interested')
  }
}

// Pages of one session: begin, then a read and an apply for each.
const STEPS = [1, 2, 3, 4, 5, 6, 7]

test.each(STEPS.flatMap((step) => [[step, 'before'] as const, [step, 'after'] as const]))(
  'a tick that dies at step %i, %s it was done, is made good by the next one',
  async (step, fault: Fault) => {
    const recipients = await threeChanged()
    const report = await tickWith(
      faultyPorts(world.ports, (at) => (at === step ? fault : null)),
      1,
    )
    expect(report.state).toBe('failed')
    expect((await world.tick({ pageSessions: 1 })).state).toBe('done')
    await expectEachOnce(recipients)
  },
)

test.each([
  ['apply', 'before'],
  ['apply', 'after'],
  ['readFeed', 'before'],
  ['readFeed', 'after'],
] as const)(
  'a connection dropped once at %s, %s it was done, is repeated within the tick',
  async (name, fault) => {
    const recipients = await threeChanged()
    let dropsLeft = 1
    const plan: FaultPlan = (_step, at) => {
      if (at !== name || dropsLeft === 0) return null
      dropsLeft -= 1
      return fault
    }
    const report = await tickWith(faultyPorts(world.ports, plan, dropped), 2)
    expect(report.state).toBe('done')
    await expectEachOnce(recipients)
  },
)

test('a read that takes too long is asked for less, until it is in time', async () => {
  const recipients = await threeChanged()
  const asked: number[] = []
  const { backend, frontend } = world.ports
  const slow: SyncPorts = {
    frontend,
    backend: {
      ...backend,
      async readFeed(cursor, sessions) {
        asked.push(sessions)
        if (sessions > 2) throw new AppError('timeout', 'Too slow.')
        return backend.readFeed(cursor, sessions)
      },
    },
  }
  expect((await tickWith(slow, 8)).state).toBe('done')
  expect(asked).toEqual([8, 4, 2, 2])
  await expectEachOnce(recipients)
})

test('an apply at a version that has moved changes nothing and says where the cursor is', async () => {
  const [recipient] = await threeChanged()
  const go = await world.ports.frontend.begin('slow', 'command', true)
  if (go.state !== 'go') throw new Error(go.state)
  expect((await world.tick()).state).toBe('done')
  const answer = await world.ports.frontend.apply({
    owner: 'slow',
    run: go.run,
    trigger: 'command',
    mode: 'log',
    requests: 3,
    version: go.version,
    cursor: go.cursor,
    next: { forged: true },
    finished: true,
    more: false,
    restored: false,
    range: null,
    present: [],
    sessions: [],
    setAside: [],
  })
  const [present] = await world.frontend.sql`select cursor, version from public.sync_cursors`
  expect(answer).toEqual({
    result: 'conflict',
    cursor: present?.['cursor'] as unknown,
    version: Number(present?.['version']),
  })
  expect(await seeHistory(world.frontend.sql, recipient?.id ?? '')).toEqual(['interested'])
})

test('a cursor of another history is a conflict, even at the same version', async () => {
  await world.tick()
  const [row] = await world.frontend.sql`select version from public.sync_cursors`
  const port = world.ports.frontend
  const go = await port.begin('other', 'command', true)
  if (go.state !== 'go') throw new Error(go.state)
  const answer = await port.apply({
    owner: 'other',
    run: go.run,
    trigger: 'command',
    mode: 'log',
    requests: 3,
    version: Number(row?.['version']),
    cursor: { of: 'another history' },
    next: { forged: true },
    finished: true,
    more: false,
    restored: false,
    range: null,
    present: [],
    sessions: [],
    setAside: [],
  })
  expect(answer.result).toBe('conflict')
})

test('a page read before an open conversation was looked at is not applied over it', async () => {
  const [recipient] = await threeChanged()
  const id = recipient?.id ?? ''
  const overtaken: SyncPorts = {
    frontend: world.ports.frontend,
    backend: {
      ...world.ports.backend,
      async readFeed(cursor, sessions) {
        const page = await world.ports.backend.readFeed(cursor, sessions)
        if ((await seeHistory(world.frontend.sql, id)).length === 0) {
          await setObjective(world.backend.sql, recipient?.session ?? '', 'hired', true)
          await world.tickRecipient(id)
        }
        return page
      },
    },
  }
  expect((await tickWith(overtaken)).state).toBe('done')
  expect(await seeHistory(world.frontend.sql, id)).toEqual(['hired'])
})

test('workers at the same time neither lose nor repeat anything', async () => {
  const recipients = [...(await threeChanged()), ...(await threeChanged())]
  const workers = [0, 1, 2].map(() => {
    const sql = world.frontend.connect()
    return tickWith({ backend: world.ports.backend, frontend: frontendPort(sql) }, 1)
  })
  const states = (await Promise.all(workers)).map((report) => report.state)
  expect(states).not.toContain('failed')
  expect((await world.tick()).state).toBe('done')
  await expectEachOnce(recipients)
})

test('a backend restored from a backup is read again in full, and people are told', async () => {
  const [recipient] = await threeChanged()
  const session = recipient?.session ?? ''
  await world.tick()
  const { sql } = world.backend
  // What a restore leaves: rows as they were, and a log that never knew the last lines.
  await sql`delete from public.chat_history where session_id = ${session}`
  await sql`delete from public.session_objective_events where session_id = ${session}`
  await sql`update public.session_info set objectives = '{}' where session_id = ${session}`
  await sql`delete from rollcall.change_log`
  await sql`insert into rollcall.change_log (session_key, source)
    overriding user value values (${session}, 'numbers')`
  const report = await world.tick()
  expect(report).toMatchObject({ state: 'done', mode: 'full' })
  expect((await seeRecipient(world.frontend.sql, recipient?.id ?? '')).status).toBe('not-contacted')
  const issues = await world.frontend.sql`
    select state from public.sync_issues where kind = 'restored'`
  expect(issues.map((row) => ({ ...row }))).toEqual([{ state: 'open' }])
})

test('a session that a full walk no longer meets is gone, with everything that rested on it', async () => {
  const [recipient] = await threeChanged()
  const session = recipient?.session ?? ''
  await world.tick()
  const { sql } = world.backend
  await sql`alter table public.chat_history disable trigger user`
  await sql`alter table public.session_info disable trigger user`
  await sql`alter table public.session_objective_events disable trigger user`
  await sql`delete from public.chat_history where session_id = ${session}`
  await sql`delete from public.session_info where session_id = ${session}`
  await sql`delete from public.session_objective_events where session_id = ${session}`
  await world.frontend.sql`update public.sync_cursors set cursor = null`
  const unlogged = await world.tick({ pageSessions: 2 })
  expect(unlogged).toMatchObject({ state: 'failed', error: { code: 'backend_triggers_missing' } })
  await installBackend(world.backend.sql)
  expect((await world.tick({ pageSessions: 2 })).state).toBe('done')
  expect(await seeHistory(world.frontend.sql, recipient?.id ?? '')).toEqual([
    'interested',
    'not-contacted',
  ])
  const [left] = await world.frontend.sql`
    select count(*)::int as n from public.whatsapp_messages where session_id = ${session}`
  expect(left?.['n']).toBe(0)
})
