/**
 * What `npm test` and `npm run check` run, and how it is counted. Plain JavaScript for Node 20 and
 * later; the steps themselves run on the Node 24 of the packages.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { NODE, PROJECT_ROOT } from './install.mjs'

/**
 * A step holds or it doesn't, or it is a suite that counts its own tests. `runs` are programs of
 * the packages or the project with their arguments.
 *
 * @typedef {{ name: string, runs: string[][], isSuite?: boolean }} Step
 * @typedef {{ passed: number, failed: number }} Counts
 */

const suite = (project) => ({
  name: `${project} tests`,
  runs: [['node_modules/vitest/vitest.mjs', 'run', '--project', project]],
  isSuite: true,
})

/** @type {Step[]} */
export const STATIC_CHECKS = [
  {
    name: 'types',
    runs: [
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.core.json'],
    ],
  },
  { name: 'database types', runs: [['scripts/types-generate.ts', '--check']] },
  { name: 'lint', runs: [['node_modules/oxlint/bin/oxlint', '--deny-warnings']] },
  {
    name: 'format',
    runs: [['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']],
  },
  { name: 'dead code', runs: [['node_modules/knip/bin/knip.js']] },
]

/** @type {Step[]} */
export const ALL_STEPS = [
  ...STATIC_CHECKS,
  suite('unit'),
  suite('integration'),
  { name: 'build', runs: [['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']] },
  { name: 'bundle size', runs: [['node_modules/size-limit/bin.js']] },
  // After the build, which it looks at in a browser.
  suite('e2e'),
]

/**
 * Runs every step, the later ones also after one that failed, with its output as it comes.
 * Prints a line for each at the end, and the sum as the very last line.
 *
 * @param {Step[]} steps
 * @returns {boolean} whether everything passed
 */
export function runSteps(steps) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-steps-'))
  const results = steps.map((step) => {
    console.log(`\n── ${step.name}`)
    return { step, counts: runStep(step, folder) }
  })
  rmSync(folder, { recursive: true, force: true })

  console.log('\n── summary')
  for (const { step, counts } of results) {
    const sign = counts.failed > 0 ? '✗' : '✓'
    console.log(step.isSuite ? `${sign} ${step.name}: ${toText(counts)}` : `${sign} ${step.name}`)
  }
  const total = results.reduce((sum, { counts }) => add(sum, counts), { passed: 0, failed: 0 })
  console.log(toText(total))
  return total.failed === 0
}

function runStep(step, folder) {
  if (!step.isSuite) {
    const held = step.runs.every((run) => runProgram(run) === 0)
    return { passed: held ? 1 : 0, failed: held ? 0 : 1 }
  }
  const report = join(folder, `${step.name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = runProgram([...step.runs[0], ...reporters])
  const counts = existsSync(report)
    ? countTests(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 }
  // A crash, or an error outside any test: the suite did not pass, whatever it counted.
  return status !== 0 && counts.failed === 0 ? add(counts, { passed: 0, failed: 1 }) : counts
}

/** Adds up a report of Vitest; a file that could not be loaded counts as one failure. */
function countTests(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

function runProgram([program, ...args]) {
  const run = spawnSync(NODE, [program, ...args], {
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: `${join(PROJECT_ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
    },
  })
  if (run.signal === 'SIGINT' || run.signal === 'SIGTERM') process.exit(130)
  return run.status
}

function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

function toText({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
