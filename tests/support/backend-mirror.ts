/** A mirror of the backend as any reader of the feed keeps it, with the feed's rules and no more. */
import type { FeedCursor, FeedPage } from '../../src/data/backend/feed.ts'
import type { SessionItem } from '../../src/data/backend/session-item.ts'

type MirroredSession = Omit<
  SessionItem,
  'messages' | 'messagesFrom' | 'messagesTo' | 'lastPart'
> & {
  readonly messages: readonly SessionItem['messages'][number][]
}

export type BackendMirror = {
  /** Null until the first page. */
  cursor: FeedCursor | null
  readonly sessions: Map<string, MirroredSession>
}

export function createMirror(): BackendMirror {
  return { cursor: null, sessions: new Map() }
}

/** What the mirror holds, in an order that can be compared. */
export function contentOf(mirror: BackendMirror): [session: string, MirroredSession][] {
  return [...mirror.sessions].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Applies a page: replaces the stretch of messages it covers, takes the rest as it stands. */
export function applyPage(mirror: BackendMirror, page: FeedPage): void {
  const seen = new Set(page.items.map((item) => item.session))
  if (page.range) {
    for (const session of mirror.sessions.keys()) {
      if (!seen.has(session) && isWithin(session, page.range)) mirror.sessions.delete(session)
    }
  }
  for (const item of page.items) applyItem(mirror, item)
  mirror.cursor = page.cursor
}

/** Reads pages until there are no more, applying each. @returns the pages */
export async function drain(
  mirror: BackendMirror,
  read: (cursor: FeedCursor | null) => Promise<FeedPage>,
): Promise<FeedPage[]> {
  const pages: FeedPage[] = []
  for (;;) {
    const page = await read(mirror.cursor)
    applyPage(mirror, page)
    pages.push(page)
    if (!page.more) return pages
  }
}

function applyItem(mirror: BackendMirror, item: SessionItem): void {
  const { messages, messagesFrom, messagesTo, lastPart, ...state } = item
  if (item.gone && lastPart) {
    mirror.sessions.delete(item.session)
    return
  }
  const kept = (mirror.sessions.get(item.session)?.messages ?? []).filter(
    ({ id }) =>
      messagesFrom === null || id < messagesFrom || (messagesTo !== null && id > messagesTo),
  )
  const merged = [...kept, ...messages].sort((one, other) => one.id - other.id)
  mirror.sessions.set(item.session, { ...state, messages: merged })
}

function isWithin(session: string, range: NonNullable<FeedPage['range']>): boolean {
  return (
    (range.after === null || session > range.after) &&
    (range.through === null || session <= range.through)
  )
}
