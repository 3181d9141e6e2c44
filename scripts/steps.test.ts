import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readProcess } from './stack/process-identity.ts'

const toArguments = (steps: readonly object[]): string[] => {
  const script = `
    import { runSteps } from '${fileURLToPath(new URL('steps.mjs', import.meta.url))}'
    process.exitCode = (await runSteps(${JSON.stringify(steps)})) ? 0 : 1`
  return ['--input-type=module', '-e', script]
}

/** Runs the steps in a process of their own, as the starters do; returns what is printed. */
function runSteps(steps: readonly object[]): { readonly lines: string[]; readonly held: boolean } {
  const run = spawnSync(process.execPath, toArguments(steps), { encoding: 'utf8' })
  return { lines: run.stdout.trim().split('\n'), held: run.status === 0 }
}

const holds = { name: 'holds', runs: [['-e', '0']] }
const breaks = { name: 'breaks', runs: [['-e', 'process.exit(3)']] }

test('every step runs, also after one that failed, and the last line is the sum', () => {
  const { lines, held } = runSteps([breaks, holds])
  expect(lines).toContain('✗ breaks')
  expect(lines).toContain('✓ holds')
  expect(lines.at(-1)).toBe('1 passed, 1 failed')
  expect(held).toBe(false)
})

test('when everything holds, so does the whole', () => {
  const { lines, held } = runSteps([holds, holds])
  expect(lines.at(-1)).toBe('2 passed, 0 failed')
  expect(held).toBe(true)
})

test('a suite that ends badly without a count is a failure', () => {
  const { lines, held } = runSteps([{ ...breaks, isSuite: true }])
  expect(lines.at(-1)).toBe('0 passed, 1 failed')
  expect(held).toBe(false)
})

test('of steps beside each other each is told whole when it ends, and counted in its place', () => {
  const says = (name: string, afterMs: number) => ({
    name,
    runs: [
      ['-e', `console.log('${name} begins')`],
      ['-e', `setTimeout(() => console.log('${name} ends'), ${afterMs})`],
    ],
  })
  const { lines } = runSteps([[says('slow', 1_000), says('quick', 0), breaks], holds])
  const wanted =
    '── quick|quick begins|quick ends|── breaks|── slow|slow begins|slow ends|── holds|' +
    '── summary|✓ slow|✓ quick|✗ breaks|✓ holds|3 passed, 1 failed'
  expect(lines.filter((line) => line !== '').join('|')).toBe(wanted)
})

/** Stands in for Vitest: writes the report that it is asked for, and ends with a status. */
function fakeSuite(name: string, report: object, status: number) {
  const write = `const option = process.argv.find((one) => one.startsWith('--outputFile.json='))
    fs.writeFileSync(option.split('=')[1], JSON.stringify(${JSON.stringify(report)}))
    process.exit(${status})`
  return { name, runs: [['-e', write, '--']], isSuite: true }
}

test('the tests that failed are named at the end, and files that could not be loaded', () => {
  const file = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
  const report = {
    numPassedTests: 7,
    testResults: [
      { name: file('a.test.ts'), status: 'passed', assertionResults: [{ status: 'passed' }] },
      {
        name: file('b.test.ts'),
        status: 'failed',
        assertionResults: [{ status: 'passed' }, { status: 'failed', fullName: 'it holds' }],
      },
      { name: file('c.test.ts'), status: 'failed', assertionResults: [] },
    ],
  }
  const { lines, held } = runSteps([fakeSuite('tests', report, 1), holds])
  expect(lines.slice(-5)).toEqual([
    '✗ tests: 7 passed, 2 failed',
    '    b.test.ts > it holds',
    '    c.test.ts',
    '✓ holds',
    '8 passed, 2 failed',
  ])
  expect(held).toBe(false)
})

/** A step that starts a server of its own, which nothing but the end of the run would end. */
function leaveServer(name: string, thenDo: string) {
  const server = `console.log('pid ' + process.pid); setInterval(() => {}, 1000)`
  const start = `const { spawn } = require('node:child_process')
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(server)}], { detached: true, stdio: ['ignore', 'inherit', 'ignore'] })
    child.unref()
    ${thenDo}`
  return { name, runs: [['-e', start]] }
}

/** An ended process may stand in the system's list for a moment more. */
const expectEnded = (pid: number) => expect.poll(() => readProcess(pid)).toBeNull()

const pidIn = (lines: readonly string[]): number =>
  Number(lines.find((line) => line.startsWith('pid '))?.slice(4))

test('no server outlives the run', async () => {
  const { lines } = runSteps([leaveServer('leaves one', 'setTimeout(() => {}, 300)')])
  const pid = pidIn(lines)
  expect(pid).toBeGreaterThan(0)
  await expectEnded(pid)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a run that is ended by %s ends what it started, and says nothing more',
  async (signal) => {
    const steps = [leaveServer('stays', 'setInterval(() => {}, 1000)'), holds]
    const runner = spawn(process.execPath, toArguments(steps))
    runner.stdout.setEncoding('utf8')
    let said = ''
    for await (const text of runner.stdout) {
      said += String(text)
      if (/^pid \d+$/m.test(said)) runner.kill(signal)
    }
    expect(said).not.toContain('summary')
    await expectEnded(pidIn(said.split('\n')))
  },
)
