import type postgres from 'postgres'
import { type FeedCursor, type FeedPage, parseFeedAnswer } from '../../src/data/backend/feed.ts'

/** A page of the feed, asked for in SQL. */
export async function readFeedBySql(
  sql: postgres.Sql,
  cursor: FeedCursor | null,
  limits: { readonly sessions?: number; readonly bytes?: number } = {},
): Promise<FeedPage> {
  const [row] = await sql`
    select public.rollcall_feed(${cursor === null ? null : sql.json(cursor)},
      ${limits.sessions ?? 1000}, ${limits.bytes ?? 4_000_000}) as answer`
  return parseFeedAnswer(row?.['answer'])
}
