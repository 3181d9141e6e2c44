/** Ports in which a step fails on demand: before it is done, or after it was done but not heard of. */
import { AppError } from '../../src/lib/app-error.ts'
import type { SyncPorts } from '../../src/sync/run-tick.ts'

export type Fault = 'before' | 'after'

/** Asked at each step, counted from 1; a fault ends it there. */
export type FaultPlan = (step: number, name: string) => Fault | null

export class Crash extends Error {
  override readonly name = 'Crash'
}

/** The connection drops: an AppError that may be tried again. */
export const dropped = () => new AppError('network', 'The connection was dropped.')

/**
 * Wraps ports. `makeError` says what a fault looks like to the runner: a `Crash` stands for the
 * death of the process, since nothing of ours catches it as something to repeat.
 */
export function faultyPorts(
  ports: SyncPorts,
  plan: FaultPlan,
  makeError: () => Error = () => new Crash('killed'),
): SyncPorts {
  let step = 0
  async function run<Answer>(name: string, act: () => Promise<Answer>): Promise<Answer> {
    step += 1
    const fault = plan(step, name)
    if (fault === 'before') throw makeError()
    const answer = await act()
    if (fault === 'after') throw makeError()
    return answer
  }
  const { backend, frontend } = ports
  return {
    backend: {
      readFeed: (...args) => run('readFeed', () => backend.readFeed(...args)),
      readSessions: (...args) => run('readSessions', () => backend.readSessions(...args)),
    },
    frontend: {
      begin: (...args) => run('begin', () => frontend.begin(...args)),
      beginRecipient: (...args) => run('beginRecipient', () => frontend.beginRecipient(...args)),
      apply: (...args) => run('apply', () => frontend.apply(...args)),
      fail: (...args) => run('fail', () => frontend.fail(...args)),
    },
  }
}
