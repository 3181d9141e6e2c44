/** One bad row never stops the others, and never disappears (S7). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '../../src/lib/app-error.ts'
import { runTick, type SyncPorts } from '../../src/sync/run-tick.ts'
import { candidateWrites } from '../support/agents.ts'
import { seeIssues, seeRecipient } from '../support/seen.ts'
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

beforeAll(async () => {
  world = await createSyncWorld()
  campaign = await addCampaign(world.frontend.sql)
  await world.tick()
})
afterAll(() => world.close())

async function launched(count: number): Promise<TestRecipient[]> {
  const recipients = []
  for (let index = 0; index < count; index += 1) {
    const recipient = await addContacted(world, campaign)
    await candidateWrites(world.backend.sql, recipient.session, 'Hello')
    recipients.push(recipient)
  }
  return recipients
}

const statusOf = async ({ id }: TestRecipient) =>
  (await seeRecipient(world.frontend.sql, id)).status

/** The database refuses whatever the sessions say; a stand-in for a row that no column takes. */
async function refuseMessagesOf(sessions: readonly string[]): Promise<void> {
  const { sql } = world.frontend
  await sql`alter table public.whatsapp_messages drop constraint if exists refused`
  if (sessions.length === 0) return
  const list = sessions.map((session) => `'${session}'`).join(',')
  await sql.unsafe(
    `alter table public.whatsapp_messages add constraint refused check (session_id not in (${list})) not valid`,
  )
}

test('rows that the database refuses are set aside one by one, and the cursor moves with the rest', async () => {
  const recipients = await launched(20)
  const [first, , , , , , , eighth] = recipients
  if (first === undefined || eighth === undefined) throw new Error('twenty expected')
  await refuseMessagesOf([first.session, eighth.session])
  const report = await world.tick()
  expect(report).toMatchObject({ state: 'done', setAside: 2, changed: 18 })
  expect(await statusOf(first)).toBe('not-contacted')
  for (const recipient of recipients) {
    const issues = await seeIssues(world.frontend.sql, recipient.session)
    if (recipient === first || recipient === eighth) {
      expect(issues).toEqual([{ kind: 'poison', item: '', state: 'open' }])
    } else {
      expect(await statusOf(recipient)).toBe('contacted')
      expect(issues).toEqual([])
    }
  }
  expect(await world.tick()).toMatchObject({ mode: 'idle', requests: 2 })

  await refuseMessagesOf([])
  await candidateWrites(world.backend.sql, first.session, 'Still there?')
  await world.tick()
  expect(await statusOf(first)).toBe('contacted')
  expect(await seeIssues(world.frontend.sql, first.session)).toEqual([
    { kind: 'poison', item: '', state: 'resolved' },
  ])
})

test('a page of which every row is refused stops the tick instead: the fault is ours', async () => {
  const recipients = await launched(12)
  await refuseMessagesOf(recipients.map((recipient) => recipient.session))
  const report = await world.tick()
  expect(report).toMatchObject({ state: 'failed', setAside: 0, error: { code: '23514' } })
  await refuseMessagesOf([])
  expect(await world.tick()).toMatchObject({ state: 'done', changed: 12 })
})

test('what passes by itself sets nothing aside', async () => {
  const [recipient] = await launched(1)
  if (recipient === undefined) throw new Error('one expected')
  let failures = 1
  const busy: SyncPorts = {
    backend: world.ports.backend,
    frontend: {
      ...world.ports.frontend,
      async apply(apply) {
        if (failures === 0) return world.ports.frontend.apply(apply)
        failures -= 1
        throw new AppError('unavailable', 'Deadlock.', { code: '40P01' })
      },
    },
  }
  const options = { owner: 'busy', trigger: 'command', force: true } as const
  expect(await runTick(busy, options)).toMatchObject({
    state: 'failed',
    error: { code: '40P01' },
  })
  expect(await seeIssues(world.frontend.sql, recipient.session)).toEqual([])
  expect(await runTick(busy, options)).toMatchObject({ state: 'done', changed: 1 })
})

test('a session whose id no index takes is set aside, and the others are applied', async () => {
  const [recipient] = await launched(1)
  if (recipient === undefined) throw new Error('one expected')
  await world.backend.sql`insert into public.numbers values (${'x'.repeat(1500)}, '+447700900000')`
  const report = await world.tick()
  expect(report).toMatchObject({ state: 'done', setAside: 1 })
  expect(await statusOf(recipient)).toBe('contacted')
})

test('a session that is dismissed stays dismissed while it says nothing new', async () => {
  const { sql } = world.frontend
  await candidateWrites(world.backend.sql, 'nobody-1', 'Hello')
  await world.tick()
  await sql`update public.sync_issues set state = 'dismissed', resolved_by = ${crypto.randomUUID()}
    where session_id = 'nobody-1'`
  await candidateWrites(world.backend.sql, 'nobody-1', 'Hello again')
  await world.tick()
  expect(await seeIssues(sql, 'nobody-1')).toEqual([
    { kind: 'unmatched', item: '', state: 'dismissed' },
  ])
})
