/** Ports of the launch engine that write down each call and answer as a test says; nothing else is asked. */
import type { BackendSessions, LaunchPorts, LaunchStore, Webhook } from '../../src/launch/ports.ts'

export type FakeLaunchPorts = LaunchPorts & {
  /** Every call in its order, with what it was given. */
  readonly calls: readonly (readonly [name: string, ...given: unknown[]])[]
}

export type LaunchAnswers = {
  readonly store?: Partial<LaunchStore>
  readonly backend?: Partial<BackendSessions>
  readonly webhook?: Partial<Webhook>
  readonly random?: () => number
}

export function fakeLaunchPorts(answers: LaunchAnswers): FakeLaunchPorts {
  const calls: [string, ...unknown[]][] = []
  const record = <Part extends object>(part: Partial<Part>): Part =>
    new Proxy(part, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (value !== undefined && typeof value !== 'function') return value
        return (...given: unknown[]): unknown => {
          calls.push([String(name), ...given])
          if (value === undefined) throw new Error(`${String(name)} is not asked here`)
          return (value as (...all: unknown[]) => unknown)(...given)
        }
      },
    }) as Part
  return {
    calls,
    store: record<LaunchStore>(answers.store ?? {}),
    backend: record<BackendSessions>(answers.backend ?? {}),
    webhook: record<Webhook>({ receiver: 'receiver', ...answers.webhook }),
    random: answers.random ?? (() => 0),
  }
}

/** Answers from a list, the last one for ever. */
export function inTurn<Answer>(...answers: readonly (Answer | Error)[]): () => Promise<Answer> {
  const left = [...answers]
  return () => {
    const next = left.length > 1 ? left.shift() : left[0]
    if (next instanceof Error) return Promise.reject(next)
    return Promise.resolve(next as Answer)
  }
}
