/**
 * Plans that hold at any size: what the hot functions read, at a thousand conversations and at a
 * million. A function that reads a table from end to end costs what the totals are.
 */
import type postgres from 'postgres'
import { expect, test } from 'vitest'
import { actAs, addRecruiter } from '../support/recruiter.ts'
import type { FreshDatabase } from '../support/fresh-database.ts'
import { changeSessions, nextApply } from './apply-page.ts'
import { explainNested, type Statement } from './explain-nested.ts'
import { count, ms, publish, sizesUpTo, timed } from './results.ts'
import { seedPair, type ScaledPair } from './seed-scale.ts'

const SIZES = sizesUpTo([1_000, 1_000_000])
/** More rows than this, read one after the other, follow the totals. */
const MANY_ROWS = 20_000
const MOST_MS = 4_000

type Run = (sql: postgres.Sql) => Promise<unknown>
type Hot = {
  readonly name: string
  readonly on: (pair: ScaledPair) => FreshDatabase
  readonly run: (pair: ScaledPair) => Promise<Run> | Run
  /** Its answer is about every row of a campaign: it may read them all. */
  readonly readsAll?: boolean
}

const ofBackend = ({ backend }: ScaledPair) => backend
const ofFrontend = ({ frontend }: ScaledPair) => frontend

/** As a recruiter of the office, as the app asks. */
function asRecruiter(ask: (tx: postgres.TransactionSql, pair: ScaledPair) => Promise<unknown>) {
  return async (pair: ScaledPair): Promise<Run> => {
    const [office] = await pair.frontend.sql`select id from public.offices where name = 'Bench'`
    const recruiter = await addRecruiter(pair.frontend.sql)
    return (sql) =>
      actAs(sql, recruiter, String(office?.['id']), async (tx) => void (await ask(tx, pair)))
  }
}

const HOT: readonly Hot[] = [
  {
    name: 'rollcall_feed, idle',
    on: ofBackend,
    run: async ({ frontend }) => {
      const [row] = await frontend.sql`select cursor from public.sync_cursors`
      return (sql) =>
        sql`select public.rollcall_feed(${sql.json(row?.['cursor'] as postgres.JSONValue)})`
    },
  },
  {
    name: 'rollcall_existing, 5,000',
    on: ofBackend,
    run: () => (sql) =>
      sql`select public.rollcall_existing((select array_agg('nobody-' || n) from generate_series(1, 5000) n))`,
  },
  {
    name: 'sync_begin',
    on: ofFrontend,
    run: () => (sql) => sql`select public.sync_begin('plans', 'command', true)`,
  },
  {
    name: 'sync_apply, 1,000 changes',
    on: ofFrontend,
    run: async (pair) => {
      await changeSessions(pair, 1_000, true)
      const payload = await nextApply(pair, 1_000)
      return (sql) => sql`select public.sync_apply(${sql.json(payload)})`
    },
  },
  {
    name: 'sync_rederive',
    on: ofFrontend,
    run: () => (sql) => sql`select public.sync_rederive(1000)`,
  },
  {
    name: 'claim_batches',
    on: ofFrontend,
    run: () => (sql) => sql`select public.claim_batches('plans')`,
  },
  {
    name: 'due_reconciles',
    on: ofFrontend,
    run: () => (sql) => sql`select public.due_reconciles('plans')`,
  },
  {
    name: 'campaign_accounting',
    on: ofFrontend,
    readsAll: true,
    run: asRecruiter((tx, { campaignId }) => tx`select public.campaign_accounting(${campaignId})`),
  },
  {
    name: 'poll_changes',
    on: ofFrontend,
    run: asRecruiter((tx) => tx`select public.poll_changes(null)`),
  },
  {
    name: 'recipients, a page',
    on: ofFrontend,
    run: asRecruiter(
      (tx, { campaignId }) => tx`select * from public.campaign_candidates_with_stats
        where campaign_id = ${campaignId} order by id limit 50`,
    ),
  },
  {
    name: 'search_people, by number',
    on: ofFrontend,
    run: asRecruiter((tx) => tx`select public.search_people('999000000777')`),
  },
  {
    name: 'list_conversations',
    on: ofFrontend,
    run: asRecruiter((tx) => tx`select public.list_conversations()`),
  },
  {
    name: 'list_calls',
    on: ofFrontend,
    run: asRecruiter((tx) => tx`select public.list_calls()`),
  },
]

test('plans', async () => {
  const rows: string[][] = []
  const faults: string[] = []
  const found = new Map<string, string[]>()
  for (const size of SIZES) {
    const pair = await seedPair(size)
    for (const hot of HOT) {
      const warm = await hot.run(pair)
      let took = 0
      const statements = await explainNested(hot.on(pair), async (sql) => {
        took = (await timed(() => warm(sql))).ms
      })
      const scans = hot.readsAll === true ? [] : scansOf(statements)
      const mark = took > MOST_MS ? ' (over the bar)' : ''
      found.set(hot.name, [...(found.get(hot.name) ?? []), `${ms(took)}${mark}`])
      faults.push(...scans.map((scan) => `${hot.name} at ${count(size)}: ${scan}`))
    }
    await pair.dispose()
  }
  for (const [name, cells] of found) rows.push([name, ...cells])
  publish({
    title: 'Plans at any size',
    note: `Each statement of each function explained as it ran (auto_explain slows them). The bar is ${MOST_MS / 1000} s; none may read more than ${count(MANY_ROWS)} rows of a table one after the other.`,
    columns: ['function', ...SIZES.map((size) => `at ${count(size)}`)],
    rows,
  })
  expect(faults).toEqual([])
})

function scansOf(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ text, scans }) =>
    scans
      .filter(({ rows }) => rows > MANY_ROWS)
      .map(({ table, rows }) => `${count(rows)} rows of ${table} in «${text.slice(0, 120)}»`),
  )
}
