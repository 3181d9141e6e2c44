/**
 * `npm start` and `npm run dev` after the packages are there: starts the stack, says where it is,
 * and stops it on Ctrl-C, SIGTERM, or when the starter is gone.
 */
import { relative } from 'node:path'
import { isAppError } from '../../src/lib/app-error.ts'
import { parseStackConfig, type StackConfig } from './config.ts'
import { isDriverFault } from './driver-fault.ts'
import { MOUNTS, SEEDS } from './mounted-parts.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { StackError } from './stack-error.ts'
import type { StackAddresses } from './stack-file.ts'
import { type RunningStack, startStack } from './start-stack.ts'

/** One Ctrl-C reaches this process more than once: from the terminal, from npm, from the starter. */
const SAME_PRESS_MS = 1000

const stopping = new AbortController()
let firstSignalAt = 0
let stack: RunningStack | null = null

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, requestStop)
process.on('disconnect', requestStop)
process.on('uncaughtException', (error) => {
  // PostgreSQL was killed and comes back by itself: no reason to stop everything else.
  if (!isDriverFault(error)) void fail(error)
})
process.on('unhandledRejection', (error) => void fail(error))

try {
  const config = parseStackConfig(process.argv.slice(2), process.env, PROJECT_ROOT)
  stack = await startStack({
    dataDir: config.dataDir,
    port: config.port,
    spa: config.dev ? 'dev' : 'built',
    webhookBase: config.webhookBase,
    mounts: MOUNTS,
    seeds: SEEDS,
    report: (line) => console.log(line),
    signal: stopping.signal,
  })
  if (stopping.signal.aborted) await stopAndExit(stack)
  else console.log(describeStack(stack, config))
} catch (error) {
  if (stopping.signal.aborted) process.exit(0)
  await fail(error)
}

function requestStop(): void {
  if (stopping.signal.aborted) {
    if (performance.now() - firstSignalAt < SAME_PRESS_MS) return
    console.log('Stopped at once. The next start recovers the data.')
    process.exit(130)
  }
  firstSignalAt = performance.now()
  console.log('Stopping …')
  stopping.abort()
  if (stack) void stopAndExit(stack)
}

async function stopAndExit(running: RunningStack): Promise<void> {
  await running.stop()
  console.log('Stopped. Data is kept for the next start.')
  process.exit(0)
}

async function fail(error: unknown): Promise<void> {
  console.error(`\n${explain(error)}`)
  await stack?.stop()
  process.exit(1)
}

function explain(error: unknown): string {
  if (error instanceof StackError) return `${error.message}\n${error.todo}`
  if (isAppError(error)) return [error.message, error.hint].filter(Boolean).join('\n')
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function describeStack(addresses: StackAddresses, config: StackConfig): string {
  const contact = config.webhookBase
    ? `Launches go to ${config.webhookBase}: people are really contacted.`
    : 'Nobody is really contacted: the demo agent answers for candidates.'
  return `
Rollcall is ready.

  Open      ${addresses.app}
  Sign in   ${addresses.demo.email}
  Password  ${addresses.demo.password}

${contact}
Data is kept in ${relative(process.cwd(), config.dataDir) || '.'}. Ctrl-C stops everything.
`
}
