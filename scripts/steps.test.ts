import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Runs the steps in a process of their own, as the starters do; returns what is printed. */
function runSteps(steps: readonly object[]): { readonly lines: string[]; readonly held: boolean } {
  const script = `
    import { runSteps } from '${fileURLToPath(new URL('steps.mjs', import.meta.url))}'
    process.exitCode = runSteps(${JSON.stringify(steps)}) ? 0 : 1`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
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
