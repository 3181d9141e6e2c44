/** Several bridges as processes, and the schedulers that ask them to work; each is killed at times. */
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Closers } from '../stack/closers.ts'
import { type KeptProcess, keepRunning } from '../stack/keep-running.ts'
import { findFreePort } from '../stack/ports.ts'
import { PROJECT_ROOT } from '../stack/project-root.ts'
import { runProcess, waitUntilReady } from '../stack/run-process.ts'
import type { Gate } from './gate.ts'
import { BRIDGES } from './plan-faults.ts'

export type Bridges = {
  /** Addresses below which the routes are. */
  readonly urls: readonly string[]
  /** `kill -9` of the nth, counted from 1; it comes back by itself. */
  kill(nth: number): void
  /** `kill -9` of all of them. */
  killAll(): void
  /** Asks each bridge for one slice of work. */
  work(): Promise<void>
}

export type BridgesOptions = {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly workerSecret: string
  readonly logs: string
  readonly report: (line: string) => void
}

export async function startBridges(options: BridgesOptions, closers: Closers): Promise<Bridges> {
  const started = await Promise.all(
    Array.from({ length: BRIDGES }, (_, index) => startBridge(index + 1, options, closers)),
  )
  const urls = started.map(({ url }) => url)
  return {
    urls,
    kill: (nth) => {
      const pid = started[nth - 1]?.kept.pid
      if (pid !== undefined) tryToKill(pid)
    },
    killAll: () => {
      for (const { kept } of started) tryToKill(kept.pid)
    },
    work: async () =>
      void (await Promise.all(urls.map((url) => askForWork(url, options.workerSecret)))),
  }
}

/** Asks a bridge as pg_cron would. One that is dead at the moment is asked again the next time. */
async function askForWork(url: string, secret: string): Promise<void> {
  const headers = { authorization: `Bearer ${secret}` }
  const signal = AbortSignal.timeout(2_000)
  await fetch(`${url}/work`, { method: 'POST', headers, signal }).catch(() => null)
}

function tryToKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Dead already, and about to come back.
  }
}

async function startBridge(
  nth: number,
  { environment, logs, report }: BridgesOptions,
  closers: Closers,
): Promise<{ url: string; kept: KeptProcess }> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}/bridge`
  const name = `Bridge ${nth}`
  const described = { name, logFile: join(logs, `bridge-${nth}.log`) }
  const start = async () => {
    const running = await runProcess({
      ...described,
      command: process.execPath,
      args: [join(PROJECT_ROOT, 'scripts/chaos-bridge.ts')],
      env: { PATH: process.env['PATH'], ...environment, PORT: String(port) },
    })
    await waitUntilReady(running, described, () => isUp(url))
    return running
  }
  const kept = await keepRunning(name, start, 'SIGTERM', report)
  closers.add(name, () => kept.stop())
  return { url, kept }
}

async function isUp(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(2_000)
  const answer = await fetch(`${url}/health`, { signal }).catch(() => null)
  return answer !== null
}

/** Schedulers, each asking all bridges again and again until told to stop. */
export function startSchedulers(
  bridges: Bridges,
  options: { readonly count: number; readonly everyMs: number; readonly gate: Gate },
): () => Promise<void> {
  const { count, everyMs, gate } = options
  const stopping = new AbortController()
  const running = Array.from({ length: count }, async (_, index) => {
    await delay((index * everyMs) / count)
    while (!stopping.signal.aborted) {
      await gate.pass(() => bridges.work())
      await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => null)
    }
  })
  return async () => {
    stopping.abort()
    await Promise.all(running)
  }
}
