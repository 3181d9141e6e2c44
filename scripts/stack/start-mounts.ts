import type { Closers } from './closers.ts'
import { type MountContext, type StackMount, startTimer } from './mounts.ts'
import type { Handler } from './rest-proxy.ts'

/** What was mounted: handlers by first part of the path, and how to set the timers going. */
export type StartedMounts = {
  readonly handlers: ReadonlyMap<string, Handler>
  /** To be called once the gateway answers, for the timers' work goes through it. */
  startTimers(): void
}

/** Starts what runs in the stack's process: the bridge, the demo agent. */
export async function startMounts(
  mounts: readonly StackMount[],
  context: MountContext,
  closers: Closers,
): Promise<StartedMounts> {
  const handlers = new Map<string, Handler>()
  const timers: (() => void)[] = []
  for (const mount of mounts) {
    const mounted = await mount.start(context)
    if (mounted.fetch) handlers.set(mount.path, mounted.fetch)
    closers.add(mount.name, () => mounted.stop?.())
    const { timer } = mounted
    if (timer) {
      timers.push(() => {
        const stop = startTimer(mount.name, timer, context.report)
        closers.add(`${mount.name}'s timer`, stop)
      })
    }
  }
  return { handlers, startTimers: () => timers.forEach((start) => start()) }
}
