/**
 * What `npm test` and `npm run check` run, and how it is counted. Plain JavaScript for Node 20 and
 * later; the steps themselves run on the Node 24 of the packages.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { PROJECT_ROOT } from './install.mjs'
import { openTestRun } from './test-run.mjs'

/**
 * A step holds or it doesn't, or it is a suite that counts its own tests. `runs` are programs of
 * the packages or the project with their arguments.
 *
 * @typedef {{ name: string, runs: string[][], isSuite?: boolean }} Step
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ step: Step, counts: Counts, failures: string[] }} Result
 */

/** Steps that run beside each other are this many at a time: machines that judge have two cores. */
const LANES = 2

const suite = (name, projects = [name]) => ({
  name: `${name} tests`,
  runs: [
    ['node_modules/vitest/vitest.mjs', 'run', ...projects.flatMap((one) => ['--project', one])],
  ],
  isSuite: true,
})

/** They need nothing of each other, so they run beside each other; the slowest first. @type {Step[]} */
export const STATIC_CHECKS = [
  {
    name: 'types',
    runs: [
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.core.json'],
    ],
  },
  {
    name: 'format',
    runs: [['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']],
  },
  { name: 'lint', runs: [['node_modules/oxlint/bin/oxlint', '--deny-warnings']] },
  { name: 'database types', runs: [['scripts/types-generate.ts', '--check']] },
  { name: 'dead code', runs: [['node_modules/knip/bin/knip.js']] },
]

/** What must be done before something else starts. @type {(Step | Step[])[]} */
export const ALL_STEPS = [
  STATIC_CHECKS,
  suite('unit', ['unit', 'pure']),
  suite('integration'),
  { name: 'build', runs: [['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']] },
  { name: 'bundle size', runs: [['node_modules/size-limit/bin.js']] },
  // After the build, which it looks at in a browser.
  suite('e2e'),
]

/**
 * Runs every step, the later ones also after one that failed. A list among the steps is run beside
 * each other, with the output of each whole when it has ended; that of others comes as they write it.
 * Prints a line for each at the end, with the names of tests that failed, and the sum as the very
 * last line.
 *
 * @param {(Step | Step[])[]} steps
 * @returns {Promise<boolean>} whether everything passed
 */
export async function runSteps(steps) {
  const run = openTestRun()
  const results = []
  for (const step of steps) {
    results.push(
      ...(Array.isArray(step) ? await runBeside(run, step) : [await runAlone(run, step)]),
    )
  }
  await run.close()

  console.log('\n── summary')
  for (const { step, counts, failures } of results) {
    const sign = counts.failed > 0 ? '✗' : '✓'
    console.log(step.isSuite ? `${sign} ${step.name}: ${toText(counts)}` : `${sign} ${step.name}`)
    for (const failure of failures) console.log(`    ${failure}`)
  }
  const total = results.reduce((sum, { counts }) => add(sum, counts), { passed: 0, failed: 0 })
  console.log(toText(total))
  return total.failed === 0
}

async function runAlone(run, step) {
  console.log(`\n── ${step.name}`)
  return step.isSuite ? runSuite(run, step) : (await runCheck(run, step, 'shown')).result
}

async function runBeside(run, steps) {
  const waiting = [...steps.entries()]
  const results = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, step] = next
      const { result, output } = await runCheck(run, step, 'kept')
      console.log(`\n── ${step.name}`)
      if (output) console.log(output.trimEnd())
      results[place] = result
    }
  }
  await Promise.all(Array.from({ length: LANES }, work))
  return results
}

async function runCheck(run, step, shown) {
  let output = ''
  for (const program of step.runs) {
    const ended = await run.runProgram(program, shown)
    output += ended.output
    if (ended.status !== 0) return { result: toResult(step, { passed: 0, failed: 1 }), output }
  }
  return { result: toResult(step, { passed: 1, failed: 0 }), output }
}

async function runSuite(run, step) {
  const report = join(run.folder, `${step.name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = await run.runProgram([...step.runs[0], ...reporters], 'shown')
  const { counts, failures } = existsSync(report)
    ? readReport(JSON.parse(readFileSync(report, 'utf8')))
    : { counts: { passed: 0, failed: 0 }, failures: [] }
  // A crash, or an error outside any test: the suite did not pass, whatever it counted.
  const crashed = status !== 0 && counts.failed === 0
  return toResult(step, crashed ? add(counts, { passed: 0, failed: 1 }) : counts, failures)
}

/** Adds up a report of Vitest; a file that could not be loaded counts as one failure. */
function readReport({ numPassedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(PROJECT_ROOT, name)
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [file] : []
    return failed.map(({ fullName }) => `${file} > ${fullName}`)
  })
  return { counts: { passed: numPassedTests, failed: failures.length }, failures }
}

function toResult(step, counts, failures = []) {
  return { step, counts, failures }
}

function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

function toText({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
