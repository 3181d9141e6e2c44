/**
 * One run of checks: every program it starts, and what those leave behind, ends with it — after the
 * last step, after Ctrl-C, and when it is told to stop. Plain JavaScript for Node 20 and later.
 */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { endLeftovers } from './end-leftovers.mjs'
import { NODE, PROJECT_ROOT } from './install.mjs'

const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * @typedef {object} TestRun
 * @property {string} folder for reports; the temporary folder of everything that is started
 * @property {(run: string[], output: 'shown' | 'kept') => Promise<{ status: number | null, output: string }>} runProgram
 *   a program of the packages or the project with its arguments; `kept` output comes back whole
 * @property {() => Promise<void>} close ends what still runs and deletes the folder
 */

/** @returns {TestRun} */
export function openTestRun() {
  // On macOS the usual temporary folder has a path too long for sockets.
  const base = process.platform === 'darwin' ? '/tmp' : tmpdir()
  const folder = realpathSync(mkdtempSync(join(base, 'rollcall-run-')))
  // When root tests, another account runs PostgreSQL and must pass through.
  chmodSync(folder, 0o711)
  const children = new Set()
  let closed = null

  const close = () => {
    closed ??= endLeftovers(folder).then(() =>
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
    )
    return closed
  }
  const interrupt = async (signal) => {
    for (const child of children) child.kill('SIGTERM')
    await close()
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of ENDING_SIGNALS) process.once(signal, () => void interrupt(signal))

  return {
    folder,
    close,
    runProgram: ([program, ...args], output) =>
      new Promise((resolve) => {
        const stream = output === 'kept' ? 'pipe' : 'inherit'
        const child = spawn(NODE, [program, ...args], {
          cwd: PROJECT_ROOT,
          stdio: ['ignore', stream, stream],
          env: {
            ...process.env,
            PATH: `${join(PROJECT_ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
            TMPDIR: folder,
          },
        })
        children.add(child)
        const chunks = []
        child.stdout?.on('data', (chunk) => chunks.push(chunk))
        child.stderr?.on('data', (chunk) => chunks.push(chunk))
        const end = (status) => {
          children.delete(child)
          // Whoever interrupts the run ends the process; nothing more is to be said or counted.
          if (closed === null) resolve({ status, output: Buffer.concat(chunks).toString('utf8') })
        }
        child.once('error', () => end(null))
        child.once('close', end)
      }),
  }
}
