/** The change feed with an office full of browsers, while somebody moves cards. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pollChanges } from '../../src/data/frontend/changes.ts'
import { startFrontendApi, type Account, type FrontendApi } from '../support/database-api.ts'
import { memoryOf } from './memory.ts'
import { count, ms, publish, timed, times } from './results.ts'
import { seedPair, type ScaledPair } from './seed-scale.ts'

const BROWSERS = 50
const ROUNDS = 20

let pair: ScaledPair
let api: FrontendApi
let account: Account

beforeAll(async () => {
  pair = await seedPair(10_000)
  api = await startFrontendApi(pair.frontend)
  account = await api.addAccount('recruiter@agency.example')
  const { sql } = pair.frontend
  await sql`insert into public.profiles (id, email, role)
    values (${account.userId}, 'recruiter@agency.example', 'recruiter')`
  await sql`insert into public.profile_offices
    select ${account.userId}, id from public.offices where name = 'Bench'`
})
afterAll(async () => {
  await api.dispose()
  await pair.dispose()
})

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

test('change feed', async () => {
  const alone: number[] = []
  const together: number[] = []
  let seen = 0
  const cursors: unknown[] = Array.from({ length: BROWSERS }, () => null)
  const poll = async (browser: number): Promise<number> => {
    const { ms: took, value } = await timed(() => pollChanges(account.client, cursors[browser]))
    cursors[browser] = value.cursor
    seen += value.changes.length
    return took
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(await poll(0))
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    await pair.frontend.sql`update public.campaign_candidates set experience = ${`round ${round}`}
      where id in (select id from public.campaign_candidates order by id limit 20)`
    together.push(...(await Promise.all(cursors.map((_, browser) => poll(browser)))))
  }
  expect(seen).toBeGreaterThanOrEqual(BROWSERS * (ROUNDS - 1))
  const one = alone.toSorted((a, b) => a - b)
  const all = together.toSorted((a, b) => a - b)
  const idleMedian = at(one, 0.5)
  publish({
    title: `The change feed with ${BROWSERS} browsers`,
    note: 'All of them ask at the same moment, which the app’s own pace of 5 to 30 s spreads. Each round changes 20 rows.',
    columns: ['who asks', 'median', '95th of 100', '÷ one alone'],
    rows: [
      ['one, idle', ms(idleMedian), ms(at(one, 0.95)), times(1)],
      [
        `${BROWSERS} at once`,
        ms(at(all, 0.5)),
        ms(at(all, 0.95)),
        times(at(all, 0.5) / idleMedian),
      ],
    ],
  })
  publish({
    title: 'Memory',
    note: 'After that, of a database of 10,000 conversations; the bridge is the process that ran these benchmarks.',
    columns: ['process', 'MiB'],
    rows: [
      ['PostgreSQL, all connections', count(memoryOf('postgres'))],
      ['PostgREST', count(memoryOf('postgrest'))],
      ['bridge and test runner', count(process.memoryUsage().rss / 1024 ** 2)],
    ],
  })
})
