/** What a tick costs: by changes and by totals, against the raw update and the naive algorithm. */
import { afterEach, expect, test } from 'vitest'
import { createSyncPorts } from '../../src/bridge/sync-ports.ts'
import { createBackendClient } from '../../src/data/backend/client.ts'
import { createServiceClient } from '../../src/data/frontend/bridge-clients.ts'
import { runTick } from '../../src/sync/run-tick.ts'
import type { TickReport } from '../../src/sync/tick-report.ts'
import {
  startBackendApi,
  startFrontendApi,
  type DatabaseApi,
  type FrontendApi,
} from '../support/database-api.ts'
import { changeSessions } from './apply-page.ts'
import { naiveTick } from './naive-tick.ts'
import { count, ms, publish, sizesUpTo, timed, times } from './results.ts'
import { seedPair, type ScaledPair } from './seed-scale.ts'

const SIZES = sizesUpTo([1_000, 10_000, 100_000, 1_000_000])
const CHANGES = [0, 1_000, 10_000]
/** The naive algorithm takes minutes beyond. */
const NAIVE_SIZES = SIZES.filter((size) => size <= 100_000)
const DISTANCE_MS = 20

const open: { dispose(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.dispose()
})

type Stage = {
  readonly pair: ScaledPair
  readonly frontendApi: FrontendApi
  readonly backendApi: DatabaseApi
}

async function setStage(size: number): Promise<Stage> {
  const pair = await seedPair(size)
  const frontendApi = await startFrontendApi(pair.frontend)
  const backendApi = await startBackendApi(pair.backend)
  open.push(pair, frontendApi, backendApi)
  return { pair, frontendApi, backendApi }
}

function tick({ frontendApi, backendApi }: Stage, distanceMs = 0): Promise<TickReport> {
  const distant: typeof fetch = async (input, init) => {
    await new Promise((resolve) => setTimeout(resolve, distanceMs))
    return fetch(input, init)
  }
  const reach = distanceMs === 0 ? {} : { fetch: distant }
  const ports = createSyncPorts(
    createServiceClient({ ...frontendApi, ...reach }),
    createBackendClient({ ...backendApi, ...reach }),
    'log',
  )
  return runTick(ports, { owner: 'bench', trigger: 'command', force: true })
}

/** As many rows of the ledger changed in one statement, with the same indexes and triggers. */
async function rawUpdate({ frontend, campaignId }: ScaledPair, rows: number): Promise<number> {
  if (rows === 0) return 0
  const { ms: took } = await timed(
    () => frontend.sql`update public.campaign_candidates r set status = 'raw', last_contact_at = now()
      from (select id from public.campaign_candidates where campaign_id = ${campaignId}
        order by session_id limit ${rows}) as chosen where r.id = chosen.id`,
  )
  await frontend.sql`update public.campaign_candidates set status = 'contacted' where status = 'raw'`
  return took
}

test('ticks', async () => {
  const rows: string[][] = []
  const naiveRows: string[][] = []
  const at: Record<string, number> = {}
  for (const size of SIZES) {
    const stage = await setStage(size)
    let round = 0
    for (const changes of CHANGES.filter((each) => each <= size)) {
      const near: number[] = []
      let report: TickReport | null = null
      for (let run = 0; run < (changes > 1_000 ? 3 : 5); run += 1) {
        await changeSessions(stage.pair, changes, (round += 1) % 2 === 1)
        const { ms: took, value } = await timed(() => tick(stage))
        near.push(took)
        report = value
      }
      await changeSessions(stage.pair, changes, (round += 1) % 2 === 1)
      const far = await timed(() => tick(stage, DISTANCE_MS))
      // The first of a size fills caches.
      const [, ...warm] = near
      const took = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0
      const raw = await rawUpdate(stage.pair, changes)
      expect(report).toMatchObject({ state: 'done', read: changes })
      at[`${size}/${changes}`] = took
      rows.push([
        count(size),
        count(changes),
        ms(took),
        String(report?.requests),
        changes === 0 ? '–' : count((changes / took) * 1000),
        changes === 0 ? '–' : ms(raw),
        changes === 0 ? '–' : times(took / raw),
        ms(far.ms),
      ])
    }
    if (NAIVE_SIZES.includes(size)) {
      const naive = await timed(() => naiveTick(stage.pair))
      const ours = at[`${size}/0`] ?? 1
      const changed = at[`${size}/1000`] ?? 1
      const farMs = naive.ms + naive.value * DISTANCE_MS
      naiveRows.push([
        count(size),
        ms(naive.ms),
        count(naive.value),
        times(naive.ms / ours),
        times(naive.ms / changed),
        times(farMs / (ours + 2 * DISTANCE_MS)),
      ])
    }
    for (const each of open.splice(0).toReversed()) await each.dispose()
  }
  publish({
    title: 'A tick by sessions and changes',
    note: 'A change is a new message; half of them change a status too, with its trace and card. Raw: one UPDATE … FROM of as many rows of the ledger. Far: 20 ms added to each request.',
    columns: ['sessions', 'changes', 'tick', 'requests', 'changes/s', 'raw', 'tick ÷ raw', 'far'],
    rows,
  })
  publish({
    title: 'A tick against the naive algorithm',
    note: 'Naive: a query for each session and one for each candidate, straight to PostgreSQL without an API between. Far: 20 ms a query, reckoned.',
    columns: ['sessions', 'naive', 'queries', '÷ idle tick', '÷ tick of 1,000', '÷ idle tick, far'],
    rows: naiveRows,
  })
  const smallest = SIZES[0]
  const largest = SIZES.at(-1)
  const growth = (at[`${largest}/1000`] ?? 0) / (at[`${smallest}/1000`] ?? 1)
  publish({
    title: 'Growth',
    note: `A tick of 1,000 changes at ${count(largest ?? 0)} sessions against the same at ${count(smallest ?? 0)}. The bar is 2×.`,
    columns: ['ratio'],
    rows: [[times(growth)]],
  })
})
