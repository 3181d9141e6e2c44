/**
 * A whole stack for one test file: the demo data after its first sync and nothing else, the demo agent,
 * and ports that nobody else uses. So files run beside each other, in any order.
 */
import { execFileSync } from 'node:child_process'
import { afterAll, inject } from 'vitest'
import { MOUNTS, SEEDS } from '../../scripts/stack/mounted-parts.ts'
import type { RunningStack } from '../../scripts/stack/start-stack.ts'
import { createBridgeClient } from '../../src/data/bridge/client.ts'
import { syncNow } from '../../src/data/bridge/sync-actions.ts'
import { requestSession } from '../../src/data/frontend/auth-requests.ts'
import { makeTemporaryFolder, startTemporaryStack } from './temporary-stack.ts'

/** Conversations that take minutes in the demo take seconds here, unless told otherwise. */
const TEST_SPEED = '120'

const closers: (() => Promise<void> | void)[] = []
let starting: Promise<RunningStack> | null = null

/** The stack of this file, started when it is asked for first and stopped after the last test. */
export function ownStack(): Promise<RunningStack> {
  starting ??= start()
  return starting
}

async function start(): Promise<RunningStack> {
  process.env['ROLLCALL_DEMO_SPEED'] ??= TEST_SPEED
  const folder = makeTemporaryFolder()
  closers.push(() => folder.remove())
  // Node's own copying gives everything to whoever copies; PostgreSQL may have an account of its own.
  execFileSync('cp', ['-a', `${inject('preparedFolder')}/.`, folder.path])
  const stack = await startTemporaryStack(folder, { spa: 'built', mounts: MOUNTS, seeds: SEEDS })
  closers.push(() => stack.stop())
  await syncOnce(stack)
  return stack
}

async function syncOnce({ frontend, bridge, demo }: RunningStack): Promise<void> {
  const { accessToken } = await requestSession(frontend, { type: 'password', ...demo })
  await syncNow(
    createBridgeClient(bridge.url, () => Promise.resolve(accessToken)),
    { force: true },
  )
}

afterAll(async () => {
  // A start that failed has failed its test already.
  await starting?.catch(() => {})
  for (const close of closers.splice(0).reverse()) await close()
})
