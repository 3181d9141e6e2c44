/**
 * A headless bridge: every 30 s the work that `POST /bridge/work` does, until it is stopped.
 * Any number of workers and bridges may run at once.
 *
 *     npm run worker                     on the local stack, or where the variables of
 *                                        src/bridge/config.ts say
 *     npm run worker -- --once           one slice, then the end
 */
import { lookup } from 'node:dns/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { parseBridgeConfig } from '../src/bridge/config.ts'
import { createParts } from '../src/bridge/parts.ts'
import { work } from '../src/bridge/work.ts'
import { readBridgeEnvironment } from './cli/bridge-environment.ts'
import { runCommand } from './cli/run-command.ts'

const EVERY_MS = 30_000

const USAGE = 'npm run worker [-- --once]'

await runCommand(async () => {
  const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } })
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  const parts = createParts(parseBridgeConfig(readBridgeEnvironment()), {
    defer: (deferred) => void deferred,
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  })
  if (!values.once) console.log('Working every 30 s. Stop with Ctrl-C.')
  do {
    const { tick, ...report } = await work(parts)
    console.log(JSON.stringify({ at: new Date().toISOString(), tick, ...report }))
    if (tick.state === 'failed') process.exitCode = values.once ? 1 : 0
    if (values.once) return
    await delay(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
  } while (!stopping.signal.aborted)
}, USAGE)
