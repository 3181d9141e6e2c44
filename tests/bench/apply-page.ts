/** One page of changes, planned: what sync_apply is given. */
import type postgres from 'postgres'
import { planPage } from '../../src/sync/plan-page.ts'
import type { Apply, Go } from '../../src/sync/ports.ts'
import { backendPort, frontendPort, toPayload } from '../support/sync-ports.ts'
import type { ScaledPair } from './seed-scale.ts'

/** Of the first so many sessions: each says something, and half become interested. */
export async function changeSessions(
  { backend }: ScaledPair,
  changes: number,
  isInterested: boolean,
): Promise<void> {
  if (changes === 0) return
  const value = backend.sql.json({ interested: { value: isInterested } })
  await backend.sql`insert into chat_history (session_id, message)
    select session_id, '{"type": "human", "content": "Tell me more"}'
    from session_info order by session_id limit ${changes}`
  await backend.sql`update session_info set objectives = ${value}
    where session_id in (select session_id from session_info order by session_id limit ${changes / 2})`
}

/** The payload of an apply of the next page, which has to be applied as the very next thing. */
export async function nextApply(
  { backend, frontend }: ScaledPair,
  sessions: number,
): Promise<postgres.JSONValue> {
  const begun = await frontendPort(frontend.sql).begin('bench', 'command', true)
  if (begun.state !== 'go') throw new Error(`The tick did not begin: ${begun.state}`)
  const go: Go = begun
  const page = await backendPort(backend.sql).readFeed(go.cursor, sessions)
  const planned = planPage(page.items, page.faults)
  const apply: Apply = {
    owner: 'bench',
    run: go.run,
    trigger: 'command',
    mode: page.mode,
    requests: 3,
    version: go.version,
    cursor: go.cursor,
    next: page.cursor,
    finished: !page.more,
    more: page.more,
    restored: false,
    range: null,
    present: planned.sessions.map(({ session }) => session),
    ...planned,
  }
  return toPayload(apply)
}
