import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { frontend } from '../../data/frontend/browser-client.ts'
import { pollChanges } from '../../data/frontend/changes.ts'
import { useRuntime } from '../runtime.ts'
import { keysOfChanges } from '../../data/frontend/keys-of-change.ts'

/** How often the change feed is asked: soon after something happened, seldom when nothing does. */
const BUSY_MS = 5_000
const USUAL_MS = 10_000
const QUIET_MS = 30_000
/** Polls without news after which it is quiet. */
const QUIET_AFTER = 12

const isNotFeed = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
  queryKey[0] !== 'change-feed'

/** Refreshes what is on screen when others change it. */
export function LiveChanges() {
  const client = useQueryClient()
  const { copies } = useRuntime().offline
  const cursor = useRef<unknown>(null)
  const quiet = useRef(0)
  const { data: feed } = useQuery({
    queryKey: ['change-feed'],
    queryFn: async () => {
      const place: unknown = cursor.current ?? (await copies.lastPlace())
      const found = await pollChanges(frontend(), place)
      // What was deleted or erased must not stay on the device; what happened in a gap is unknown.
      const deleted = found.changes.some(({ change }) => change === 'delete')
      if (place === null) await copies.forgetEarlier()
      if (found.reload || deleted) {
        await copies.forgetPeople()
        void client.invalidateQueries({ type: 'active', predicate: isNotFeed })
      }
      copies.keepPlace(found.cursor)
      cursor.current = found.cursor
      quiet.current = found.changes.length > 0 || found.reload ? 0 : quiet.current + 1
      return found
    },
    refetchInterval: () => {
      if (quiet.current === 0) return BUSY_MS
      return quiet.current > QUIET_AFTER ? QUIET_MS : USUAL_MS
    },
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false, // each answer is news, even if it reads like the one before
    throwOnError: false,
  })

  useEffect(() => {
    if (feed === undefined) return
    if (feed.reload) {
      void client.invalidateQueries({ predicate: isNotFeed })
      return
    }
    for (const queryKey of keysOfChanges(feed.changes)) void client.invalidateQueries({ queryKey })
  }, [client, feed])
  return null
}
