/**
 * The last copy of what was read, on this device, per user and for seven days. It is shown only
 * where there is no network, with the time it was read at; and wiped at a sign-out, when somebody
 * was erased or deleted, and when the device was away for longer than the change feed remembers.
 */
import type { QueryPersister } from '@tanstack/react-query'
import { isAppError } from '../../lib/app-error.ts'
import type { DeviceStore } from './device-store.ts'

const KEPT_MS = 7 * 24 * 60 * 60 * 1_000

/** What is worth nothing later, or says what is so at this moment only. */
const NOT_KEPT: ReadonlySet<unknown> = new Set([
  'change-feed',
  'preview',
  // A file that was chosen: large, and nobody's before it is imported.
  'import-preview',
  'import-known',
  'sync-state',
  'sync-runs',
])

/** Keys whose rows name nobody but colleagues. */
const WITHOUT_PEOPLE = ['profile', 'offices', 'colleagues', 'columns'] as const

/** The name of the place in the change feed, beside the copies. */
const PLACE = 'change-feed place'

/** `build`: what read it. Another build may expect rows of another shape. */
type Copy = { readonly readAt: number; readonly build: string; readonly data: unknown }

function isCopy(value: unknown): value is Copy {
  return typeof value === 'object' && value !== null && 'readAt' in value && 'data' in value
}

export type Copies = {
  /** For TanStack Query: reads, keeps a copy, and answers with it where the network is gone. */
  readonly persister: QueryPersister
  /** Up to where this device heard of changes when it was last open; null: not known. */
  readonly lastPlace: () => Promise<unknown>
  /** Keeps that, so that a deletion while the app was closed is heard of. */
  readonly keepPlace: (cursor: unknown) => void
  /** Takes away what may name somebody who was deleted or erased; what is on screen is read again. */
  readonly forgetPeople: () => Promise<void>
  /** Takes away what was read before this start of the app: nobody knows what happened since. */
  readonly forgetEarlier: () => Promise<void>
  /** Takes all copies away, of everybody, as at a sign-out. */
  readonly wipe: () => Promise<void>
  /** Takes away what is older than seven days, or of another build. */
  readonly prune: () => Promise<void>
}

/**
 * @param userId who is signed in; null keeps nothing
 * @param now ms since the epoch
 * @param build a name of this build of the app; copies of another are not shown
 */
export function createCopies(
  store: DeviceStore,
  userId: () => string | null,
  now: () => number,
  build: string,
): Copies {
  /** Counts wipes: a read that began before one must not bring its answer back after it. */
  let wipes = 0
  const startedAt = now()
  const isFresh = (copy: Copy) => copy.build === build && now() - copy.readAt < KEPT_MS
  const nameOf = (hash: string) => {
    const user = userId()
    return user === null ? null : `${user} ${hash}`
  }

  async function find(name: string | null): Promise<Copy | null> {
    if (name === null) return null
    // A device that can't be read is as good as one without copies.
    const copy = await store.read('copies', name).catch(() => undefined)
    return isCopy(copy) && isFresh(copy) ? copy : null
  }

  async function removeWhere(goes: (name: string, copy: Copy) => boolean): Promise<void> {
    const copies = await store.readAll('copies').catch(() => [])
    for (const [name, copy] of copies) {
      if (!isCopy(copy) || goes(name, copy)) {
        await store.remove('copies', name).catch(() => undefined)
      }
    }
  }

  return {
    persister: async (queryFn, context, query) => {
      const kept = !NOT_KEPT.has(query.queryKey[0])
      const name = kept ? nameOf(query.queryHash) : null
      const wipesBefore = wipes
      try {
        const data = await queryFn(context as never)
        if (name !== null && wipes === wipesBefore) {
          const copy: Copy = { readAt: now(), build, data }
          store.write('copies', name, copy).catch(() => undefined)
        }
        return data
      } catch (error) {
        // What is on screen already is younger than any copy.
        if (!isAppError(error, 'network') || query.state.data !== undefined) throw error
        const copy = await find(name)
        if (copy === null) throw error
        // The cache takes an answer for new: once it has it, it is told how old it is.
        setTimeout(() => {
          query.setState({ dataUpdatedAt: copy.readAt })
        }, 0)
        return copy.data as never
      }
    },
    lastPlace: async () => (await find(nameOf(PLACE)))?.data ?? null,
    keepPlace: (cursor) => {
      const name = nameOf(PLACE)
      if (name === null) return
      const copy: Copy = { readAt: now(), build, data: cursor }
      store.write('copies', name, copy).catch(() => undefined)
    },
    forgetPeople: async () => {
      wipes += 1
      await removeWhere((name) => !WITHOUT_PEOPLE.some((key) => name.includes(` ["${key}"`)))
    },
    forgetEarlier: () => removeWhere((_name, { readAt }) => readAt < startedAt),
    wipe: async () => {
      wipes += 1
      await store.clear('copies').catch(() => undefined)
    },
    prune: () => removeWhere((_name, copy) => !isFresh(copy)),
  }
}
