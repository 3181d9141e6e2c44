/** What each tick that brought something over did. */
import { z } from 'zod'
import { unwrap } from '../unwrap.ts'
import type { FrontendClient } from './bridge-clients.ts'
import { pageRange, type Page } from './page.ts'

const runRow = z
  .object({
    id: z.uuid(),
    started_at: z.string(),
    finished_at: z.string().nullable(),
    trigger: z.string(),
    mode: z.string(),
    state: z.string(),
    pages: z.number(),
    requests: z.number(),
    sessions_read: z.number(),
    matched: z.number(),
    unmatched: z.number(),
    statuses_changed: z.number(),
    cards_changed: z.number(),
    messages_written: z.number(),
    calls_written: z.number(),
    set_aside: z.number(),
    error_code: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    trigger: row.trigger,
    mode: row.mode,
    state: row.state,
    pages: row.pages,
    requests: row.requests,
    sessionsRead: row.sessions_read,
    matched: row.matched,
    unmatched: row.unmatched,
    statusesChanged: row.statuses_changed,
    cardsChanged: row.cards_changed,
    messagesWritten: row.messages_written,
    callsWritten: row.calls_written,
    setAside: row.set_aside,
    errorCode: row.error_code,
  }))
export type SyncRun = z.infer<typeof runRow>

const COLUMNS =
  'id, started_at, finished_at, trigger, mode, state, pages, requests, sessions_read, matched, unmatched, statuses_changed, cards_changed, messages_written, calls_written, set_aside, error_code'

/** Rows a page of the runs. */
export const RUNS_PAGE_SIZE = 25

export type RunFilter = {
  /** '' for all, as the others. */
  readonly state: string
  readonly trigger: string
  readonly mode: string
  /** Counted from 0. */
  readonly page: number
}

/** The latest first. */
export async function listSyncRuns(
  client: FrontendClient,
  filter: RunFilter,
): Promise<Page<SyncRun>> {
  let query = client.from('sync_runs').select(COLUMNS, { count: 'estimated' })
  if (filter.state !== '') query = query.eq('state', filter.state)
  if (filter.trigger !== '') query = query.eq('trigger', filter.trigger)
  if (filter.mode !== '') query = query.eq('mode', filter.mode)
  const answer = await query
    .order('started_at', { ascending: false })
    .range(...pageRange(filter.page, RUNS_PAGE_SIZE))
  return { items: z.array(runRow).parse(unwrap(answer)), total: answer.count ?? 0 }
}
