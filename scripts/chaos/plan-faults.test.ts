import { expect, test } from 'vitest'
import { KILL_TARGETS, planFault, planKills, planRestores } from './plan-faults.ts'
import { BEHAVIOURS, planBehaviours } from './receiver-answers.ts'

const NTHS = Array.from({ length: 200 }, (_, index) => index + 1)

test('the same seed gives the same plan, another one another', () => {
  const plan = (seed: number) => {
    const behave = planBehaviours(seed)
    return {
      faults: NTHS.map((nth) => planFault({ seed, feed: 'log' }, 'frontend', nth)),
      kills: planKills(seed, 60_000),
      restores: planRestores(seed, 60_000),
      answers: NTHS.map(() => behave()),
    }
  }
  expect(plan(7)).toEqual(plan(7))
  expect(plan(8)).not.toEqual(plan(7))
})

test.each([20_000, 600_000])('in %i ms every part is killed at least once, in the storm', (ms) => {
  const kills = planKills(1, ms)
  expect(new Set(kills.map((kill) => kill.target))).toEqual(new Set(KILL_TARGETS))
  for (const { atMs } of kills) {
    expect(atMs).toBeGreaterThanOrEqual(0)
    expect(atMs).toBeLessThanOrEqual(ms)
  }
})

test.each([20_000, 600_000])(
  'in %i ms each database is restored from a backup made before',
  (ms) => {
    const plan = planRestores(1, ms)
    for (const [index, { act, side }] of plan.entries()) {
      expect(act).toBe(index % 2 === 0 ? 'back up' : 'restore')
      if (act === 'restore') expect(plan[index - 1]).toMatchObject({ act: 'back up', side })
    }
    expect(new Set(plan.map(({ side }) => side))).toEqual(new Set(['backend', 'frontend', 'both']))
    expect(plan).toEqual(plan.toSorted((one, other) => one.atMs - other.atMs))
  },
)

test('every answer of n8n comes before any comes again', () => {
  const behave = planBehaviours(1)
  const ill = NTHS.map(() => behave()).filter((name) => name !== 'takes all')
  const rows = Object.keys(BEHAVIOURS).length - 1
  expect(new Set(ill.slice(0, rows)).size).toBe(rows)
})
