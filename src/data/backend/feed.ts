/** The change feed: what the agents' side wrote since a cursor, a page at a time. */
import { z } from 'zod'
import type { BackendClient } from './client.ts'
import { unreadableAnswer, unwrapBackend } from './backend-error.ts'
import { type ItemFault, parseSessionItems, type SessionItem } from './session-item.ts'

const FEED_MODES = ['idle', 'log', 'full'] as const

const feedAnswerSchema = z.object({
  /** Kept as it is and handed back: only the backend's function looks inside. */
  cursor: z.record(z.string(), z.json()),
  mode: z.enum(FEED_MODES),
  more: z.boolean(),
  restored: z.boolean(),
  triggers_ok: z.boolean(),
  now: z.string(),
  range: z.object({ after: z.string().nullable(), through: z.string().nullable() }).nullable(),
  templates: z.record(z.string(), z.unknown()),
  sessions: z.array(z.unknown()),
})

/** Opaque; to be stored together with the effects of the page it came with. */
export type FeedCursor = z.infer<typeof feedAnswerSchema>['cursor']

export type FeedPage = {
  readonly cursor: FeedCursor
  /**
   * `full`: every session is walked, at the start and after a restore or a long absence. `sweep`:
   * there is no log, and the page is what sweep/discover.ts found.
   */
  readonly mode: (typeof FEED_MODES)[number] | 'sweep'
  /** True where the next page should be asked for at once. */
  readonly more: boolean
  /** True where the backend turned out to be a restored copy; worth an alert. */
  readonly restored: boolean
  /** False where changes go unlogged: `npm run backend:install` attaches the triggers again. */
  readonly triggersOk: boolean
  /** The backend's clock. */
  readonly now: string
  /**
   * In a full walk, the stretch of session ids this page covers, in collation "C": after `after`
   * (null: from the start) up to and with `through` (null: to the end). What a mirror holds there
   * beyond `items` and `faults`, the backend has no more.
   */
  readonly range: { readonly after: string | null; readonly through: string | null } | null
  readonly items: readonly SessionItem[]
  readonly faults: readonly ItemFault[]
}

/**
 * One page of the feed.
 *
 * @param cursor the last page's; null walks every session
 * @param limits sessions (at most 5,000; default 1,000) and bytes (default 4 MB) of a page; halve
 * them after a timeout
 * @throws AppError
 */
export async function readFeed(
  client: BackendClient,
  cursor: FeedCursor | null,
  limits: { readonly sessions?: number; readonly bytes?: number } = {},
): Promise<FeedPage> {
  const answer = await client.rpc('rollcall_feed', {
    p_cursor: cursor,
    ...(limits.sessions === undefined ? {} : { p_limit: limits.sessions }),
    ...(limits.bytes === undefined ? {} : { p_max_bytes: limits.bytes }),
  })
  return parseFeedAnswer(unwrapBackend(answer))
}

/** @throws AppError `contract` where the answer as a whole can't be read */
export function parseFeedAnswer(data: unknown): FeedPage {
  const parsed = feedAnswerSchema.safeParse(data)
  if (!parsed.success) throw unreadableAnswer(parsed.error)
  const { triggers_ok: triggersOk, templates, sessions, ...page } = parsed.data
  return { ...page, triggersOk, ...parseSessionItems(sessions, templates) }
}
