/** Whether the sync has come by everything that the backend held at one moment. */
import type postgres from 'postgres'
import { HELD_A_LOOK } from '../../src/data/backend/sweep/discover.ts'
import { ROWS_A_PAGE } from '../../src/data/backend/sweep/table-rows.ts'

export const CHAOS_FEEDS = ['log', 'sweep'] as const
export type ChaosFeed = (typeof CHAOS_FEEDS)[number]

/** A message that comes after all that was there before, or the look that ends a whole round. */
export type Milestone = { readonly message: string } | { readonly look: number }

type Both = { readonly frontend: postgres.Sql; readonly backend: postgres.Sql }

/** Somebody nobody ever launched. */
const MARK_SESSION = 'somebody-0'
/** The one that may be under way, and began before. */
const FURTHER_LOOKS = 1

export async function setMilestone({ frontend, backend }: Both, feed: ChaosFeed) {
  return feed === 'log' ? leaveMark(backend) : planLooks({ frontend, backend })
}

async function leaveMark(backend: postgres.Sql): Promise<Milestone> {
  const message = `Mark ${crypto.randomUUID()}`
  await backend`insert into public.chat_history (session_id, message)
    values (${MARK_SESSION}, ${backend.json({ type: 'human', content: message })})`
  return { message }
}

async function planLooks({ frontend, backend }: Both): Promise<Milestone> {
  const [held] = await frontend`select count(*)::int as n from public.session_evidence`
  const counts = await backend`select count(*)::int as n from public.session_info
    union all select count(*)::int from public.chat_history
    union all select count(*)::int from public.call_info
    union all select count(*)::int from public.session_objective_events
    union all select 0 union all select 0`
  const looks = counts.map(({ n }) => Math.floor(Number(n) / ROWS_A_PAGE) + 1)
  const lap = Math.ceil(Number(held?.['n']) / HELD_A_LOOK) + 1
  const walk = looks.reduce((sum, one) => sum + one, 0)
  return { look: (await looksDone(frontend)) + Math.max(lap, walk) + FURTHER_LOOKS }
}

async function looksDone(frontend: postgres.Sql): Promise<number> {
  const [row] = await frontend`select coalesce((cursor ->> 'discoveries')::int, 0) as n
    from public.sync_cursors where id = 'backend'`
  return Number(row?.['n'])
}

/** How far the milestone is: looks to go, or 1; 0: it was passed. */
export async function leftTo(milestone: Milestone, frontend: postgres.Sql): Promise<number> {
  if ('look' in milestone) return Math.max(0, milestone.look - (await looksDone(frontend)))
  const seen = await frontend`select from public.whatsapp_messages
    where session_id = ${MARK_SESSION} and body = ${milestone.message}`
  return seen.length > 0 ? 0 : 1
}
