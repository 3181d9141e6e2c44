/** The parts that let one work without a network, made once at the start of the app. */
import { frontend } from '../../data/frontend/browser-client.ts'
import { provideWriteKeeper, sendKeptWrite } from '../../data/frontend/kept-writes.ts'
import { type Copies, createCopies } from './copies.ts'
import { createDeviceStore } from './device-store.ts'
import { createOutbox, type Outbox } from './outbox.ts'

const LOCK = 'rollcall-outbox'

export type OfflineWork = { readonly copies: Copies; readonly outbox: Outbox }

/** One tab at a time, where the browser has locks; without them ids keep a write from counting twice. */
function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  const { locks } = navigator as { readonly locks?: LockManager }
  return locks === undefined ? work() : locks.request(LOCK, work)
}

/** The entry's address: its hash follows from every chunk of the app. */
function buildName(): string {
  return document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? ''
}

/** @param userId who is signed in; null: nobody */
export function startOfflineWork(userId: () => string | null): OfflineWork {
  const store = createDeviceStore()
  const now = () => Date.now()
  const outbox = createOutbox({
    store,
    userId,
    now,
    alone,
    newId: () => crypto.randomUUID(),
    href: () => `${window.location.pathname}${window.location.search}`,
    send: (write) => sendKeptWrite(frontend(), write),
  })
  provideWriteKeeper(outbox)
  return { outbox, copies: createCopies(store, userId, now, buildName()) }
}
