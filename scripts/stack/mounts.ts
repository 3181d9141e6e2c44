/** What runs inside the stack's process behind its one origin, beside the databases. */
import { setTimeout as delay } from 'node:timers/promises'
import { reasonOf } from './reason.ts'
import type { Handler } from './rest-proxy.ts'
import type { StackSecrets } from './secrets.ts'
import type { StackAddresses } from './stack-file.ts'

export type MountContext = {
  readonly addresses: StackAddresses
  readonly secrets: StackSecrets
  /** True where the demo agent stands in for n8n. */
  readonly demoAgent: boolean
  readonly report: (line: string) => void
}

/** A part that has started. */
export type Mounted = {
  /** Gets requests with their whole path, e.g. `/bridge/health`. Null: it only has a timer. */
  readonly fetch: Handler | null
  /** Work that is done again and again, one run at a time. */
  readonly timer?: { readonly everyMs: number; run(): Promise<void> }
  /** Called at the stop, after the last request and the last run. */
  stop?(): Promise<void>
}

/** A part that can be started; `path` is the first part of the addresses it answers. */
export type StackMount = {
  readonly name: string
  readonly path: '/bridge' | '/webhook'
  start(context: MountContext): Promise<Mounted>
}

/** Runs a part's timer until it is stopped; a run that fails is reported and the next one comes. */
export function startTimer(
  name: string,
  timer: NonNullable<Mounted['timer']>,
  report: (line: string) => void,
): () => Promise<void> {
  const stopping = new AbortController()
  const running = (async () => {
    let lastFault = ''
    while (!stopping.signal.aborted) {
      try {
        await timer.run()
        lastFault = ''
      } catch (error) {
        // Said once, not every half minute for a whole night.
        const fault = reasonOf(error)
        if (fault !== lastFault && !stopping.signal.aborted) report(`${name}: ${fault}`)
        lastFault = fault
      }
      await delay(timer.everyMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return async () => {
    stopping.abort()
    await running
  }
}
