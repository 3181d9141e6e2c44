/** S2 over kill -9 of the frontend's PostgreSQL: effects and cursor both, or neither. */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareFrontend } from '../../scripts/stack/databases.ts'
import { runTick } from '../../src/sync/run-tick.ts'
import { candidateWrites, openSession, setObjective } from '../support/agents.ts'
import { type CrashCluster, startCrashCluster } from '../support/crash-cluster.ts'
import { type FreshDatabase, freshBackend } from '../support/fresh-database.ts'
import { seeHistory } from '../support/seen.ts'
import { backendPort, frontendPort } from '../support/sync-ports.ts'
import { addCampaign, addRecipient, type TestRecipient } from '../support/sync-world.ts'

const CRASHES = 2
const PEOPLE = 4

let frontend: CrashCluster
let agents: FreshDatabase

beforeAll(async () => {
  agents = await freshBackend()
  frontend = await startCrashCluster()
  await prepareFrontend(frontend.cluster, { database: 'frontend', report: () => {} })
})
afterAll(async () => {
  await frontend.stop()
  await agents.dispose()
})

test('whenever the frontend is killed, a page and its cursor are there together or not at all', async () => {
  const backend = agents.sql
  let sql = frontend.connect('frontend')
  const campaign = await addCampaign(sql)
  const people: TestRecipient[] = []
  for (let n = 0; n < PEOPLE; n += 1) {
    const recipient = await addRecipient(sql, campaign)
    await openSession(backend, recipient.session, campaign.key)
    people.push(recipient)
  }
  const tick = () =>
    runTick(
      { backend: backendPort(backend), frontend: frontendPort(sql) },
      { owner: 'test', trigger: 'command', force: true, pageSessions: 1 },
    )
  const versionOf = async (client: postgres.Sql) => {
    const [row] = await client`select version from public.sync_cursors`
    return Number(row?.['version'])
  }
  await tick()
  let cutShort = 0
  for (let round = 0; round < CRASHES; round += 1) {
    for (const { session } of people) {
      await candidateWrites(backend, session, `Message ${round}`)
      await setObjective(backend, session, 'interested', round % 2 === 0)
    }
    const before = await versionOf(sql)
    const watcher = frontend.connect('frontend')
    const ticking = tick()
    // Killed when some of the pages are applied, in the middle of the next one.
    while ((await versionOf(watcher)) < before + 1 + round) await delay(1)
    // The driver's query under way would wait for ever; a bridge asks an API, with a time-out.
    await Promise.all([frontend.crash(), sql.end({ timeout: 0 }), watcher.end({ timeout: 0 })])
    if ((await ticking).state !== 'done') cutShort += 1
    sql = frontend.connect('frontend')

    // One page is one session here: so many more versions, so many more sessions are there.
    const pages = (await versionOf(sql)) - before
    const [mirrored] = await sql`select count(*)::int as n from public.whatsapp_messages
      where body = ${`Message ${round}`}`
    expect(mirrored?.['n']).toBe(Math.min(pages, PEOPLE))
    expect((await tick()).state).toBe('done')
  }
  expect(cutShort).toBeGreaterThan(0)
  for (const { id } of people) {
    expect(await seeHistory(sql, id)).toEqual(['interested', 'contacted'])
  }
  await sql.end()
}, 120_000)
