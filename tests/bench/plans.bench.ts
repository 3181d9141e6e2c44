/**
 * Plans that hold at any size: what the hot functions read, at a thousand conversations and at a
 * million. A function that reads a table from end to end costs what the totals are.
 */
import { expect, test } from 'vitest'
import { explainNested, type Statement } from './explain-nested.ts'
import { HOT } from './hot-functions.ts'
import { count, ms, publish, sizesUpTo, timed } from './results.ts'
import { seedPair } from './seed-scale.ts'
import { seedSurroundings } from './seed-surroundings.ts'

const SIZES = sizesUpTo([1_000, 1_000_000])
/** More rows than this, read one after the other, follow the totals. */
const MANY_ROWS = 20_000
const MOST_MS = 4_000

test('plans', async () => {
  const rows: string[][] = []
  const faults: string[] = []
  const found = new Map<string, string[]>()
  for (const size of SIZES) {
    const pair = await seedPair(size)
    const stage = { ...pair, ...(await seedSurroundings(pair)) }
    for (const hot of HOT) {
      const warm = await hot.run(stage)
      let took = 0
      const statements = await explainNested(hot.on(stage), async (sql) => {
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
