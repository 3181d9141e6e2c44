/** A short storm of one seed, as `npm run chaos` makes longer ones of any. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { KILL_TARGETS, LINE_FAULTS } from '../../scripts/chaos/plan-faults.ts'

const SEED = '20260901'
const MINUTES = '0.33'

/** In a process of its own: what a killed database throws there is no fault of a test. */
async function runChaos() {
  const args = ['scripts/chaos.ts', '--minutes', MINUTES, '--seed', SEED]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n')
  return { code, lines, lastLine: lines.at(-1) ?? '' }
}

test('in a storm of kills and faults nothing is wrong, lost, double or unwanted', async () => {
  const { code, lines, lastLine } = await runChaos()
  expect(lastLine, lines.join('\n')).toMatch(
    /^Faults injected: [1-9]\d*\. Wrong: 0, lost: 0, double: 0, unwanted: 0\.$/,
  )
  expect(code).toBe(0)
  // Otherwise nothing was put to the test.
  const injected = lines.flatMap(
    (line) => /^ +\d+ {2}(?<kind>.+)$/.exec(line)?.groups?.['kind'] ?? [],
  )
  expect(injected).toEqual(expect.arrayContaining(KILL_TARGETS.map((target) => `kill ${target}`)))
  expect(injected).toEqual(expect.arrayContaining(['restore backend', 'restore frontend']))
  const onLines = LINE_FAULTS.filter((kind) => injected.includes(kind))
  expect(onLines.length).toBeGreaterThan(LINE_FAULTS.length / 2)
  const contacted = /People contacted: (?<count>\d+)/.exec(lines.join('\n'))?.groups?.['count']
  expect(Number(contacted)).toBeGreaterThan(0)
  expect(lines.join('\n')).toMatch(/People erased: [1-9]/)
}, 600_000)
