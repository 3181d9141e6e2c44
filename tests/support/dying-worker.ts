/**
 * A worker that dies at a chosen call: before it is made, or after it took effect and before the
 * answer came. A dead worker makes no call any more, whatever its code would go on to do.
 */
import type { LaunchPorts } from '../../src/launch/ports.ts'

export type Death = {
  /** Which call, counted over all of them; or the nth call of one method. */
  readonly at: number
  readonly method?: string
  readonly when: 'before' | 'after'
}

/** The methods of the ports that a worker calls, by name. */
export const WORKER_CALLS = [
  'startCampaign',
  'claimBatches',
  'listExisting',
  'releaseBatch',
  'settleExisting',
  'beginPost',
  'post',
  'finishPost',
  'dueReconciles',
  'isAsRead',
  'reconcileBatch',
  'claimCommands',
  'complete',
  'finishCommands',
  'finishCampaigns',
] as const

/** Ports of a worker that dies there; null: it lives. */
export function dyingWorker(ports: LaunchPorts, death: Death | null): LaunchPorts {
  let calls = 0
  let dead = false
  const wrap = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return async (...args: unknown[]): Promise<unknown> => {
          if (dead) throw new Error('this worker is dead')
          const counts = death !== null && (death.method === undefined || death.method === name)
          if (counts) calls += 1
          const dies = counts && calls === death.at
          if (dies && death.when === 'before') dead = true
          if (dead) throw new Error('the worker died')
          const answer: unknown = await (value as (...all: unknown[]) => unknown)(...args)
          if (dies) dead = true
          if (dead) throw new Error('the worker died')
          return answer
        }
      },
    })
  return {
    store: wrap(ports.store),
    backend: wrap(ports.backend),
    webhook: wrap(ports.webhook),
    random: ports.random,
  }
}
