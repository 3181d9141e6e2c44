/**
 * When it became certain that somebody must not be written to any more. A wish seen here is
 * committed; a POST that began afterwards and names them is unwanted, without any allowance.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type postgres from 'postgres'
import { sturdyClient } from './sturdy-client.ts'

export type Wishes = {
  /** By E.164, when it was first seen suppressed; milliseconds of this process's clock. */
  readonly suppressed: ReadonlyMap<string, number>
  /** By campaign key, when it was first seen stopped. */
  readonly stopped: ReadonlyMap<string, number>
  /** By campaign key, when it was last seen going on. */
  readonly lastOpen: ReadonlyMap<string, number>
}

export type WishWatch = Wishes & { stop(): Promise<void> }

const EVERY_MS = 150

export function watchWishes(connect: () => postgres.Sql): WishWatch {
  const suppressed = new Map<string, number>()
  const stopped = new Map<string, number>()
  const lastOpen = new Map<string, number>()
  const stopping = new AbortController()

  const client = sturdyClient(connect)

  async function look(frontend: postgres.Sql): Promise<void> {
    const askedAt = performance.now()
    const phones = await frontend<{ phone: string }[]>`
      select phone_e164 as phone from public.suppressions where lifted_at is null`
    const campaigns = await frontend<{ key: string; state: string }[]>`
      select campaign_key as key, state from public.campaigns where launched_at is not null`
    const seenAt = performance.now()
    for (const { phone } of phones) if (!suppressed.has(phone)) suppressed.set(phone, seenAt)
    for (const { key, state } of campaigns) {
      if (['scheduled', 'running', 'paused'].includes(state)) lastOpen.set(key, askedAt)
      if (state === 'stopped' && !stopped.has(key)) stopped.set(key, seenAt)
    }
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await client.attempt(look)
      await delay(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => null)
    }
  })()
  return {
    suppressed,
    stopped,
    lastOpen,
    async stop() {
      stopping.abort()
      await running
      await client.end()
    },
  }
}
