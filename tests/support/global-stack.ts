/**
 * Vitest's global set-up of the project `e2e`: the whole stack with demo data and demo agent on a
 * free port, and a browser to look at it with.
 */
import type { TestProject } from 'vitest/node'
import { MOUNTS, SEEDS } from '../../scripts/stack/mounted-parts.ts'
import type { StackAddresses } from '../../scripts/stack/stack-file.ts'
import type { RunningStack } from '../../scripts/stack/start-stack.ts'
import { findChromium } from './find-chromium.ts'
import { makeTemporaryFolder, startTemporaryStack } from './temporary-stack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's stack is, with its keys and the demo sign-in. */
    stack: StackAddresses
    /** The browser's program, for `chromium.launch({ executablePath })`. */
    chromiumPath: string
  }
}

/** Conversations that take minutes in the demo take seconds here, unless told otherwise. */
const TEST_SPEED = '120'

const folder = makeTemporaryFolder()
let running: RunningStack | null = null

export async function setup(project: TestProject): Promise<void> {
  process.env['ROLLCALL_DEMO_SPEED'] ??= TEST_SPEED
  project.provide('chromiumPath', findChromium(process.env))
  running = await startTemporaryStack(folder, {
    spa: 'built',
    mounts: MOUNTS,
    seeds: SEEDS,
    report: (line) => console.log(`[stack] ${line}`),
  })
  const { app, frontend, backend, bridge, webhook, demo } = running
  project.provide('stack', { app, frontend, backend, bridge, webhook, demo })
}

export async function teardown(): Promise<void> {
  await running?.stop()
  folder.remove()
}
