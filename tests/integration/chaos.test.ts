/** A short storm of one seed; `npm run chaos` makes longer ones of any. */
import { expect, test } from 'vitest'
import { KILL_TARGETS, LINE_FAULTS } from '../../scripts/chaos/plan-faults.ts'
import { runChaos } from '../../scripts/chaos/run-chaos.ts'

const SEED = 20_260_901
const DURATION_MS = 20_000

test('in a storm of kills and faults nothing is wrong, lost, double or unwanted', async () => {
  const report = await runChaos({ seed: SEED, durationMs: DURATION_MS, report: () => {} })
  const { wrong, lost, double, unwanted } = report
  expect({ wrong, lost, double, unwanted }).toEqual({
    wrong: [],
    lost: [],
    double: [],
    unwanted: [],
  })
  // Otherwise nothing was put to the test.
  const injected = Object.keys(report.faults)
  expect(injected).toEqual(expect.arrayContaining([...LINE_FAULTS]))
  expect(injected).toEqual(expect.arrayContaining(KILL_TARGETS.map((target) => `kill ${target}`)))
  expect(report.contacted).toBeGreaterThan(0)
  expect(report.committed).toBeGreaterThan(0)
}, 240_000)
