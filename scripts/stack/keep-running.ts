import { setTimeout as delay } from 'node:timers/promises'
import { reasonOf } from './reason.ts'
import type { RunningProcess } from './run-process.ts'

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 10_000
/** A process that ran this long before it died starts again without much waiting. */
const STABLE_AFTER_MS = 60_000

/** A process that is started again whenever it ends without having been told to. */
export type KeptProcess = {
  /** The pid of the present incarnation. */
  readonly pid: number
  /** Stops it for good. */
  stop(): Promise<void>
}

/**
 * Starts a process and keeps it running, with growing pauses while it does not stay up.
 *
 * @param start starts one incarnation and waits until it answers
 * @param stopSignal ends it cleanly
 * @param report receives a line when it died and when it is back
 * @throws what `start` throws at the first start; later failures are reported and tried again
 */
export async function keepRunning(
  name: string,
  start: () => Promise<RunningProcess>,
  stopSignal: NodeJS.Signals,
  report: (line: string) => void,
): Promise<KeptProcess> {
  const stopping = new AbortController()
  let current = await start()

  async function watch(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS
    for (;;) {
      const startedAt = performance.now()
      const how = await current.ended
      if (stopping.signal.aborted) return
      if (performance.now() - startedAt > STABLE_AFTER_MS) pauseMs = FIRST_PAUSE_MS
      report(`${name} stopped by itself (${how}); starting it again.`)
      pauseMs = await restart(pauseMs)
      if (stopping.signal.aborted) return
    }
  }

  async function restart(firstPauseMs: number): Promise<number> {
    let pauseMs = firstPauseMs
    while (!stopping.signal.aborted) {
      await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) break
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      try {
        current = await start()
        report(`${name} is back.`)
        break
      } catch (error) {
        report(`${name} does not start: ${reasonOf(error)} Trying again in ${pauseMs / 1000} s.`)
      }
    }
    return pauseMs
  }

  const watching = watch()
  return {
    get pid() {
      return current.pid
    },
    async stop() {
      stopping.abort()
      await current.stop(stopSignal)
      await watching
      // A restart that was under way when the stop came has to end too.
      await current.stop(stopSignal)
    },
  }
}
