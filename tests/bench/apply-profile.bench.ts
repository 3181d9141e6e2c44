/** Where the time of an apply goes: the statements that take most of it. */
import { expect, test } from 'vitest'
import { changeSessions, nextApply } from './apply-page.ts'
import { explainNested } from './explain-nested.ts'
import { ms, publish } from './results.ts'
import { seedPair } from './seed-scale.ts'

const SESSIONS = 10_000
const CHANGES = 1_000
const SHOWN = 12
/** A call of a function holds the time of what it calls. */
const CALL = /^(select private|select public|perform|derived :=|jsonb_build_object)/i

test('apply profile', async () => {
  const pair = await seedPair(SESSIONS)
  for (const isInterested of [true, false]) {
    await changeSessions(pair, CHANGES, isInterested)
    const payload = await nextApply(pair, CHANGES)
    const statements = await explainNested(
      pair.frontend,
      (sql) => sql`select public.sync_apply(${sql.json(payload)})`,
    )
    expect(statements).not.toEqual([])
    // The first run of a database compiles and plans.
    if (isInterested) continue
    const own = statements.filter(({ text }) => !CALL.test(text)).toSorted((a, b) => b.ms - a.ms)
    publish({
      title: 'Where an apply of 1,000 changes spends its time',
      note: 'Statements inside sync_apply as auto_explain saw them, the longest first.',
      columns: ['statement', 'time'],
      rows: own
        .slice(0, SHOWN)
        .map(({ text, ms: took }) => [`\`${text.slice(0, 90)} …\``, ms(took)]),
    })
  }
  await pair.dispose()
})
