import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { bridge } from '../../data/bridge/browser-client.ts'
import { syncNow } from '../../data/bridge/sync-actions.ts'
import { queryKeys } from '../../data/frontend/query-keys.ts'
import {
  afterTick,
  nextTickInMs,
  pause,
  resume,
  STARTED,
  type PauseReason,
  type Schedule,
} from '../../sync/schedule.ts'

/** The lock that one tab of a browser holds while it asks for ticks. */
const LOCK = 'rollcall-auto-sync'

/** Runs `ask` on the schedule until `signal` ends it; pauses while hidden or offline. */
function runSchedule(
  ask: () => Promise<{ readonly state: 'failed' | 'done' }>,
  signal: AbortSignal,
): void {
  let schedule: Schedule = STARTED
  let timer: ReturnType<typeof setTimeout> | undefined
  const plan = () => {
    clearTimeout(timer)
    const delayMs = nextTickInMs(schedule, null, Math.random)
    if (delayMs === null || signal.aborted) return
    timer = setTimeout(() => {
      void ask().then((report) => {
        schedule = afterTick(schedule, report)
        plan()
      })
    }, delayMs)
  }
  const setReason = (reason: PauseReason, holds: boolean) => {
    const before = schedule.paused.size
    schedule = holds ? pause(schedule, reason) : resume(schedule, reason)
    if (schedule.paused.size !== before) plan()
  }
  const onVisibility = () => {
    setReason('hidden', document.hidden)
  }
  const onNetwork = () => {
    setReason('offline', !navigator.onLine)
  }
  document.addEventListener('visibilitychange', onVisibility, { signal })
  window.addEventListener('online', onNetwork, { signal })
  window.addEventListener('offline', onNetwork, { signal })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
  })
  onVisibility()
  onNetwork()
  plan()
}

/** Asks for a tick of the sync every 30 s, from one tab of a browser, while someone looks. */
export function AutoSync() {
  const client = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    const ask = async () => {
      try {
        const report = await syncNow(bridge())
        await client.invalidateQueries({ queryKey: queryKeys.syncState() })
        return { state: report.state === 'failed' ? ('failed' as const) : ('done' as const) }
      } catch {
        // The sync pill says what is wrong; the schedule backs off.
        return { state: 'failed' as const }
      }
    }
    const hold = () =>
      new Promise<void>((resolve) => {
        stop.signal.addEventListener('abort', () => {
          resolve()
        })
        runSchedule(ask, stop.signal)
      })
    // Without Web Locks every tab asks, and the database coalesces them.
    if ('locks' in navigator) {
      navigator.locks.request(LOCK, { signal: stop.signal }, hold).catch(() => undefined)
    } else {
      void hold()
    }
    return () => {
      stop.abort()
    }
  }, [client])
  return null
}
