/**
 * Vitest's global set-up of the project `e2e`: the built app, a browser to look at it with, and the
 * data folder of a new stack, which each file copies for one of its own (`own-stack.ts`).
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from './find-chromium.ts'
import { makeTemporaryFolder, startTemporaryStack } from './temporary-stack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A stack's data folder with both databases migrated, at rest. */
    preparedFolder: string
    /** The browser's program, for `chromium.launch({ executablePath })`. */
    chromiumPath: string
  }
}

/** What belongs to one stack on a folder; a copy chooses its own. */
const OF_ONE_STACK = ['ports.json', 'processes.json', 'logs']

const folder = makeTemporaryFolder()

export async function setup(project: TestProject): Promise<void> {
  project.provide('chromiumPath', findChromium(process.env))
  const stack = await startTemporaryStack(folder, {
    spa: 'built',
    report: (line) => console.log(`[stack] ${line}`),
  })
  await stack.stop()
  for (const name of OF_ONE_STACK) {
    rmSync(join(folder.path, name), { recursive: true, force: true })
  }
  project.provide('preparedFolder', folder.path)
}

export function teardown(): void {
  folder.remove()
}
