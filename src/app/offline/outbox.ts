/** What waits on this device to be sent, and its sending: in order, once, by one tab at a time. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Keepable, KeptAnswer, WriteKeeper } from '../../data/frontend/kept-writes.ts'
import {
  insisted,
  type KeptWrite,
  nextToSend,
  parseKeptWrite,
  writesOf,
} from '../../domain/offline/kept-write.ts'
import { isAppError } from '../../lib/app-error.ts'
import { outboxText } from '../../ui/text/offline.ts'
import { describeError } from '../../ui/text/errors.ts'
import type { DeviceStore } from './device-store.ts'

type OutboxState = { readonly writes: readonly KeptWrite[]; readonly sending: boolean }

export type Outbox = StoreApi<OutboxState> &
  WriteKeeper & {
    /** Reads what the device holds for who is signed in. */
    readonly load: () => Promise<void>
    /** Sends what can be sent; stops where the network is gone. @returns how many were sent */
    readonly flush: () => Promise<number>
    readonly discard: (id: string) => Promise<void>
    /** Sends a refused one again, against what stands there now. */
    readonly insist: (id: string) => Promise<void>
    /** Forgets all of who is signed in. */
    readonly wipe: () => Promise<void>
  }

export type OutboxPorts = {
  readonly store: DeviceStore
  /** Who is signed in; null: nobody. */
  readonly userId: () => string | null
  readonly send: (write: KeptWrite) => Promise<KeptAnswer>
  /** ms since the epoch */
  readonly now: () => number
  readonly newId: () => string
  /** The page one is on. */
  readonly href: () => string
  /** Runs the work while no other tab does the same. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>
}

/** Makes the outbox of this tab. */
export function createOutbox(ports: OutboxPorts): Outbox {
  const { store: device, userId, now } = ports
  const store = createStore<OutboxState>(() => ({ writes: [], sending: false }))

  async function load(): Promise<void> {
    const user = userId()
    const stored = user === null ? [] : await device.readAll('writes')
    const writes = stored.flatMap(([, value]) => parseKeptWrite(value) ?? [])
    store.setState({ writes: user === null ? [] : writesOf(user, writes) })
  }

  async function put(write: KeptWrite): Promise<void> {
    await device.write('writes', write.id, write)
    await load()
  }

  async function discard(id: string): Promise<void> {
    await device.remove('writes', id)
    await load()
  }

  /** @returns false where there is no point in going on now */
  async function sendOne(write: KeptWrite): Promise<boolean> {
    try {
      const answer = await ports.send(write)
      if (answer.result === 'done') await discard(write.id)
      else {
        const { conflict, conflictAdvice } = outboxText
        const { present } = answer
        const refusal = {
          kind: 'conflict' as const,
          title: conflict,
          advice: conflictAdvice,
          present,
        }
        await put({ ...write, refusal })
      }
      return true
    } catch (error) {
      // Whatever may pass by itself is tried again later; a refusal is for the person to see.
      const passes = isAppError(error) && (error.retryable || error.kind === 'unauthenticated')
      if (passes) return false
      const { title, advice } = describeError(error)
      await put({ ...write, refusal: { kind: 'refused', title, advice: advice ?? '' } })
      return true
    }
  }

  async function sendAll(): Promise<number> {
    let sent = 0
    await load()
    for (;;) {
      const user = userId()
      const next = user === null ? undefined : nextToSend(user, store.getState().writes)
      if (next === undefined || !(await sendOne(next))) return sent
      if (!store.getState().writes.some(({ id }) => id === next.id)) sent += 1
    }
  }

  return {
    ...store,
    load,
    discard,
    holds: (subjectId) => store.getState().writes.some((write) => write.subjectId === subjectId),
    keep: async (write: Keepable) => {
      const user = userId()
      if (user === null) throw new Error('Nobody is signed in')
      await load()
      const last = store.getState().writes.at(-1)?.order ?? 0
      await put({
        ...write,
        id: ports.newId(),
        userId: user,
        order: last + 1,
        writtenAt: now(),
        href: ports.href(),
        refusal: null,
      })
    },
    flush: async () => {
      store.setState({ sending: true })
      try {
        return await ports.alone(sendAll)
      } finally {
        store.setState({ sending: false })
      }
    },
    insist: async (id) => {
      const write = store.getState().writes.find((each) => each.id === id)
      if (write !== undefined) await put(insisted(write))
    },
    wipe: async () => {
      for (const { id } of store.getState().writes) await device.remove('writes', id)
      store.setState({ writes: [] })
    },
  }
}
